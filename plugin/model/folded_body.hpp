#pragma once

#include <string>

namespace send_text {

/// The body as it is compared with what a carrier lists: a carrier may trim or fold white space, and a text
/// that is then taken for absent would be sent twice.
std::string folded_body(const std::string& body);

/// Whether a listed body may be ours as a carrier or its filter altered it: other quotation marks, a
/// signature, cut short. Nobody is believed on this alone; a person has said that the text was sent.
bool may_be_altered(const std::string& ours, const std::string& listed);

}  // namespace send_text
