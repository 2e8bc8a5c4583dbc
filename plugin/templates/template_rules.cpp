#include "templates/template_rules.hpp"

#include <algorithm>
#include <vector>

#include "body/blanks.hpp"
#include "body/body_problem.hpp"
#include "core/utf8.hpp"
#include "templates/template.hpp"

namespace send_text {
namespace {

bool is_control(const Character& character) {
    return character.code_point < 0x20 || (character.code_point >= 0x7F && character.code_point < 0xA0);
}

}  // namespace

std::string template_name(std::string_view as_typed) {
    return std::string(without_surrounding_blanks(as_typed));
}

std::optional<Refusal> problem_of_template_name(std::string_view name) {
    if (name.empty()) return Refusal{"Give the template a name."};
    const std::vector<Character> characters = characters_of(name);
    if (characters.size() > max_template_name) {
        return Refusal{"The name has " + std::to_string(characters.size()) + " characters; at most " +
                       std::to_string(max_template_name) + " are possible. Shorten it."};
    }
    if (std::any_of(characters.begin(), characters.end(), is_control))
        return Refusal{
            "The name has a line end, a tab or another control character in it. Write it on one line."};
    return std::nullopt;
}

std::optional<Refusal> problem_of_template_body(std::string_view body) {
    if (auto problem = problem_of_body(body)) return problem;
    try {
        Template::parse(body);
        return std::nullopt;
    } catch (const TemplateError& error) {
        return Refusal{error.what()};
    }
}

}  // namespace send_text
