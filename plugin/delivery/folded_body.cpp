#include "delivery/folded_body.hpp"

namespace send_text {

std::string folded_body(const std::string& body) {
    std::string result;
    for (const char c : body) {
        const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!is_space) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

}  // namespace send_text
