#pragma once

#include <string>
#include <vector>

#include "model/text.hpp"
#include "store/query.hpp"

namespace send_text {

/// The texts that a condition names (its SQL after WHERE, with ORDER BY), as the columns t.… of
/// outgoing_text.
std::vector<Text> select_texts(Poco::Data::Session& session, const std::string& condition, Values values);

}  // namespace send_text
