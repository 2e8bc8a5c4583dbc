#include "fuzz/mutation.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace fuzz {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t max_bytes = 96 << 10;

/// What parsers stumble over.
constexpr std::string_view words[] = {"{"sv,
                                      "}"sv,
                                      "["sv,
                                      "]"sv,
                                      "\""sv,
                                      "\\"sv,
                                      ","sv,
                                      ":"sv,
                                      "\\u0000"sv,
                                      "\\ud83d"sv,
                                      "\\udc00"sv,
                                      "\0"sv,
                                      "\xFF"sv,
                                      "\xC0\x80"sv,
                                      "\xED\xA0\x80"sv,
                                      "\xF4\x90\x80\x80"sv,
                                      "null"sv,
                                      "true"sv,
                                      "-"sv,
                                      "1e999"sv,
                                      "-9223372036854775809"sv,
                                      "18446744073709551616"sv,
                                      "0.1"sv,
                                      "{{"sv,
                                      "}}"sv,
                                      "{first_name|"sv,
                                      "%"sv,
                                      "%00"sv,
                                      "%zz"sv,
                                      "&"sv,
                                      "="sv,
                                      "+"sv,
                                      "\r\n"sv,
                                      "\r\n\r\n"sv,
                                      "HTTP/1.1 100 Continue\r\n\r\n"sv,
                                      "Transfer-Encoding: chunked\r\n"sv,
                                      "FFFFFFFFFFFFFFFF\r\n"sv,
                                      "Content-Length: 18446744073709551615\r\n"sv,
                                      "\xE2\x80\xA8"sv,
                                      "\xF0\x9F\x98\x80"sv,
                                      "x123"sv,
                                      "DO NOT TEXT"sv};

std::size_t somewhere(const std::string& text, Dice& dice) {
    return dice.below(text.size() + 1);
}

void mutate_once(std::string& text, std::span<const std::string> seeds, Dice& dice) {
    const std::size_t at = somewhere(text, dice);
    const std::size_t size = dice.below(1 + std::min<std::size_t>(text.size() - at, 64));
    switch (dice.below(9)) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(dice.below(256));
            break;
        case 1:
            text.insert(at, 1, static_cast<char>(dice.below(256)));
            break;
        case 2:
            text.erase(at, size);
            break;
        case 3:
            text.insert(somewhere(text, dice), std::string(text, at, size));
            break;
        case 4:
            text.insert(at, words[dice.below(std::size(words))]);
            break;
        case 5: {
            const std::string& other = seeds[dice.below(seeds.size())];
            text = text.substr(0, at) + other.substr(somewhere(other, dice));
            break;
        }
        case 6: {  // deep, or long
            const std::string_view word = words[dice.below(std::size(words))];
            std::string many;
            for (std::size_t count = dice.below(dice.below(20) == 0 ? 20'000 : 100); count > 0; --count)
                many += word;
            text.insert(at, many);
            break;
        }
        case 7: {  // the whole of it, or what is between two places, in so many brackets
            const bool is_object = dice.below(2) == 0;
            const std::size_t begin = dice.below(2) == 0 ? 0 : at;
            const std::size_t end = begin == 0 ? text.size() : at + size;
            std::string opened;
            std::string closed;
            for (std::size_t count = 50 + dice.below(30); count > 0; --count) {
                opened += is_object ? "{\"a\":" : "[";
                closed += is_object ? "}" : "]";
            }
            text =
                text.substr(0, begin) + opened + text.substr(begin, end - begin) + closed + text.substr(end);
            break;
        }
        default:
            text.resize(at);
    }
    if (text.size() > max_bytes) text.resize(max_bytes);
}

}  // namespace

std::string mutated(std::span<const std::string> seeds, Dice& dice) {
    std::string text = seeds[dice.below(seeds.size())];
    for (std::size_t count = dice.below(9); count > 0; --count)
        mutate_once(text, seeds, dice);
    return text;
}

}  // namespace fuzz
