#include "core/masked_number.hpp"

#include <algorithm>

namespace send_text {

std::string masked_number(std::string_view number) {
    return "**" + std::string(number.substr(number.size() - std::min<std::size_t>(2, number.size())));
}

}  // namespace send_text
