#include "templates/merge_values.hpp"

#include "templates/white_space.hpp"

namespace send_text {

std::string field_name(std::string_view as_written) {
    std::string name(without_surrounding_space(as_written));
    for (char& letter : name) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
        if (letter == ' ' || letter == '-' || letter == '\t') letter = '_';
    }
    return name;
}

}  // namespace send_text
