#include "templates/template.hpp"

#include <algorithm>
#include <utility>

#include "body/blanks.hpp"
#include "core/utf8.hpp"

namespace send_text {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t shown_bytes = 24;

/// The beginning of a text, for a sentence; it ends between two characters.
std::string beginning_of(std::string_view text) {
    const std::string_view shown = first_bytes(text, shown_bytes);
    return std::string(shown) + (shown.size() < text.size() ? "…" : "");
}

/// What `text`, which begins after a brace, has up to the next brace or line end; npos without a closing one.
std::size_t closing_brace(std::string_view text) {
    const std::size_t end = text.find_first_of("{}\n");
    return end != npos && text[end] == '}' ? end : npos;
}

/// Refuses "{{name}}", and "{{name}" of one word; `text` begins after its opening braces.
void refuse_double_braces(std::string_view text) {
    const std::size_t end = closing_brace(text);
    if (end == npos) return;
    const std::string_view inside = text.substr(0, end);
    const bool is_closed_twice = text.substr(end, 2) == "}}";
    const bool may_be_words = !is_closed_twice && inside.find(' ') != npos;
    if (may_be_words || field_name(inside).empty()) return;
    throw TemplateError("The field {{" + beginning_of(inside) + (is_closed_twice ? "}}" : "}") +
                        " has double braces. Write {" + beginning_of(inside) + "}.");
}

[[noreturn]] void refuse_unclosed(std::string_view from_brace) {
    const std::string line(from_brace.substr(0, from_brace.find('\n')));
    throw TemplateError("The brace at \"" + beginning_of(line) +
                        "\" is not closed. Write } after the field's name, as in {first_name}, or {{ for a "
                        "brace as such.");
}

/// Refuses "{name}}".
[[noreturn]] void refuse_stray(const std::string& field) {
    throw TemplateError("There is one } too many after {" + field +
                        "}. Delete it or, for literal braces around the field, write {{{" + field + "}}}.");
}

std::string describe_missing(const std::string& field, const std::string& person, bool is_known) {
    return "{" + field + "} " + (is_known ? "is empty for " : "is unknown for ") + person +
           ". Add a default, as in {" + field + "|there}, or take " + person + " out.";
}

}  // namespace

Template Template::parse(std::string_view text) {
    Template parsed;
    std::size_t open_braces = 0;  // as such, and not closed yet
    bool is_after_field = false;
    while (!text.empty()) {
        if (text.starts_with('}')) {
            if (is_after_field && open_braces == 0) refuse_stray(parsed.parts_.back().field->name);
            const std::size_t size = open_braces > 0 && text.starts_with("}}") ? 2 : 1;
            open_braces -= std::min<std::size_t>(open_braces, 1);
            parsed.add_literal("}");
            text.remove_prefix(size);
            continue;
        }
        is_after_field = false;
        if (text.starts_with("{{")) {
            text.remove_prefix(2);
            refuse_double_braces(text);
            parsed.add_literal("{");
            ++open_braces;
        } else if (text.starts_with('{')) {
            const std::size_t end = closing_brace(text.substr(1));
            if (end == npos) refuse_unclosed(text);
            parsed.add_field(text.substr(1, end));
            text.remove_prefix(end + 2);
            is_after_field = true;
        } else {
            const std::size_t size = std::min(text.find_first_of("{}"), text.size());
            parsed.add_literal(text.substr(0, size));
            text.remove_prefix(size);
        }
    }
    return parsed;
}

void Template::add_literal(std::string_view text) {
    if (parts_.empty() || parts_.back().field) parts_.emplace_back();
    parts_.back().literal += text;
}

void Template::add_field(std::string_view inside) {
    const std::size_t bar = inside.find('|');
    Field field{field_name(inside.substr(0, bar)), {}};
    if (field.name.empty()) {
        throw TemplateError("The field {" + beginning_of(inside) +
                            "} has no name. Write one, as in {first_name}, or {{ for a brace as such.");
    }
    if (bar != npos) field.default_text = inside.substr(bar + 1);
    if (std::find(fields_.begin(), fields_.end(), field.name) == fields_.end()) fields_.push_back(field.name);
    if (parts_.empty() || parts_.back().field) parts_.emplace_back();
    parts_.back().field = std::move(field);
}

Rendering Template::render(const MergeValues& values) const {
    Rendering rendering;
    for (const Part& part : parts_) {
        rendering.body += part.literal;
        if (!part.field) continue;
        const auto& [name, default_text] = *part.field;
        const auto found = values.values.find(name);
        const bool is_known = found != values.values.end();
        const std::string_view value = is_known ? without_surrounding_blanks(found->second) : "";
        if (value.empty() && !default_text)
            return {"", Refusal{describe_missing(name, values.person, is_known)}};
        rendering.body += value.empty() ? *default_text : value;
    }
    rendering.body = without_forcing_blanks(rendering.body);
    return rendering;
}

}  // namespace send_text
