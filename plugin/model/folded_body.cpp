#include "model/folded_body.hpp"

namespace send_text {
namespace {

constexpr std::size_t few_characters = 10;

/// What no carrier alters: letters and digits of ASCII, in one case.
std::string plain_core(const std::string& body) {
    std::string result;
    for (const char c : body) {
        if (c >= 'A' && c <= 'Z') {
            result += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            result += c;
        }
    }
    return result;
}

}  // namespace

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

bool may_be_altered(const std::string& ours, const std::string& listed) {
    const std::string left = plain_core(ours);
    const std::string right = plain_core(listed);
    const std::string& shorter = left.size() < right.size() ? left : right;
    const std::string& longer = left.size() < right.size() ? right : left;
    if (shorter.empty()) return false;
    return longer.starts_with(shorter) ||
           (shorter.size() >= few_characters && longer.find(shorter) != std::string::npos);
}

}  // namespace send_text
