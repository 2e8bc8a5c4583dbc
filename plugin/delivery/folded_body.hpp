#pragma once

#include <string>

namespace send_text {

/// The body as it is compared with what a carrier lists: a carrier may trim or fold white space, and a text
/// that is then taken for absent would be sent twice.
std::string folded_body(const std::string& body);

}  // namespace send_text
