#include "body/body_problem.hpp"

#include <string>

#include "body/blanks.hpp"
#include "body/characters.hpp"
#include "core/utf8.hpp"

namespace send_text {
namespace {

/// C0, DEL and C1. Form feed is in the 7-bit alphabet (a page break), but no phone breaks a page.
bool is_refused_control(char32_t character) {
    if (character == '\n' || character == '\r' || character == '\t') return false;
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

}  // namespace

std::optional<Refusal> problem_of_body(std::string_view body) {
    std::size_t characters = 0;
    bool is_empty = true;
    std::optional<Refusal> control;
    while (!body.empty()) {
        const Character character = first_character(body);
        body.remove_prefix(character.bytes.size());
        ++characters;
        is_empty = is_empty && is_blank(character.code_point);
        if (control || !is_refused_control(character.code_point)) continue;
        control =
            Refusal{"Character " + std::to_string(characters) + " of the message is a control character (" +
                    code_point_name(character.code_point) + ") that phones cannot show. Delete it."};
    }
    if (characters > max_body_characters) {
        return Refusal{"The message has " + std::to_string(characters) + " characters; at most " +
                       std::to_string(max_body_characters) + " can be sent. Shorten it."};
    }
    if (control) return control;
    if (is_empty) return Refusal{"Write a message first."};
    return std::nullopt;
}

}  // namespace send_text
