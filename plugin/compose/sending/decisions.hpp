#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compose/compose_services.hpp"
#include "model/ids.hpp"

namespace send_text {

/// Carries out what a user decided about texts that wait for a person, as far as the user may decide about
/// them: what is to leave leaves, who sees the requests sees it, and their senders are told. It is done on
/// the desk, part by part, so that others have their turn there between. `done` is called there with what the
/// user is to be told; with nothing when all was done as they said, which the window shows.
void carry_out(const ComposeServices& services, std::vector<TextId> text_ids, Decision decision,
               const SessionUser& user, std::function<void(const std::string& words)> done);

}  // namespace send_text
