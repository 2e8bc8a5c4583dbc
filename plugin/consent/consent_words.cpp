#include "consent/consent_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "consent/plain_letters.hpp"

namespace send_text {
namespace {

using namespace std::string_view_literals;

constexpr std::array opt_out_words{"STOP"sv,   "STOPALL"sv, "QUIT"sv,        "END"sv,  "REVOKE"sv,
                                   "OPTOUT"sv, "CANCEL"sv,  "UNSUBSCRIBE"sv, "ARRET"sv};
constexpr std::array opt_in_words{"START"sv, "UNSTOP"sv};

constexpr std::size_t max_word = "UNSUBSCRIBE"sv.size();

bool contains(const auto& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Wish wish_of(std::string_view body, bool has_opted_out) {
    const std::string word = plain_letters(body, max_word);
    if (contains(opt_out_words, word)) return Wish::opt_out;
    const bool is_yes = has_opted_out && word == "YES";
    return is_yes || contains(opt_in_words, word) ? Wish::opt_in : Wish::none;
}

}  // namespace send_text
