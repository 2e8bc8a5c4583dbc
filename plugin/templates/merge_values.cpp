#include "templates/merge_values.hpp"

#include "body/blanks.hpp"
#include "core/utf8.hpp"

namespace send_text {

std::string field_name(std::string_view as_written) {
    std::string name;
    for (const Character& character : characters_of(without_surrounding_blanks(as_written))) {
        const char32_t code_point = character.code_point;
        if (code_point >= 'A' && code_point <= 'Z') {
            name += static_cast<char>(code_point - 'A' + 'a');
        } else if (code_point == '-' || is_space(code_point)) {
            name += '_';
        } else if (!is_blank(code_point)) {
            name += character.bytes;
        }
    }
    return name;
}

}  // namespace send_text
