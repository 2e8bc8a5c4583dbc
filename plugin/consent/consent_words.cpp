#include "consent/consent_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace send_text {
namespace {

using namespace std::string_view_literals;

constexpr std::array opt_out_words{"STOP"sv,   "STOPALL"sv, "QUIT"sv,        "END"sv,  "REVOKE"sv,
                                   "OPTOUT"sv, "CANCEL"sv,  "UNSUBSCRIBE"sv, "ARRET"sv};
constexpr std::array opt_in_words{"START"sv, "UNSTOP"sv};

/// Longer than every word with whatever stands around it; what is longer is a message.
constexpr std::size_t longest_wish_bytes = 64;

/// The letters in capitals, and nothing else; empty when there are others than the wishes' own.
std::string letters_of(std::string_view body) {
    std::string letters;
    for (std::size_t at = 0; at < body.size(); ++at) {
        const auto byte = static_cast<unsigned char>(body[at]);
        if (byte >= 'a' && byte <= 'z')
            letters += static_cast<char>(byte - 'a' + 'A');
        else if (byte >= 'A' && byte <= 'Z')
            letters += static_cast<char>(byte);
        else if (byte >= '0' && byte <= '9')
            return {};
        else if (body.substr(at, 2) == "\u00CA" || body.substr(at, 2) == "\u00EA")
            letters += 'E', ++at;
        else if (byte == 0xE2)
            at += 2;  // a curly quote, a dash, an ellipsis
        else if (byte >= 0x80)
            return {};
    }
    return letters;
}

bool contains(const auto& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Wish wish_of(std::string_view body, bool has_opted_out) {
    if (body.size() > longest_wish_bytes) return Wish::none;
    const std::string word = letters_of(body);
    if (contains(opt_out_words, word)) return Wish::opt_out;
    const bool is_yes = has_opted_out && word == "YES";
    return is_yes || contains(opt_in_words, word) ? Wish::opt_in : Wish::none;
}

}  // namespace send_text
