#pragma once

#include <map>
#include <string>

namespace send_text {

/// What is wrong with values: key (or field) to a sentence for the person who typed it.
using Problems = std::map<std::string, std::string>;

}  // namespace send_text
