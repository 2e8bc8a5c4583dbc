#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "compose/compose_services.hpp"
#include "recipients/recipient.hpp"

namespace send_text {

/// A request whose texts are in the outbox.
struct SentRequest {
    std::int64_t request_id = 0;
    std::size_t texts = 0;
    std::size_t people = 0;
    std::vector<Recipient> recipients;   ///< all that the compose dialog had, the rejected ones too
    std::shared_ptr<const void> coming;  ///< the window that will show it: see RequestWatch::expect_view
};

/// Says what became of pressing Send: first who was invalid, if anybody was, then the confirmation.
void show_sent(const ComposeServices& services, const SentRequest& sent);

}  // namespace send_text
