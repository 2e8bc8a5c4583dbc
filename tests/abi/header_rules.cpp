#include "abi/header_rules.hpp"

#include <regex>

namespace abi {
namespace {

using Problems = std::vector<std::string>;

const std::set<std::string> never_growing{"staffing_string", "staffing_version", "staffing_record_ref"};

template <class Each>
void for_each_match(const std::string& text, const std::regex& pattern, Each each) {
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
        each(*at);
}

std::string without_comments(const std::string& text) {
    static const std::regex comment(R"(/\*(?:[^*]|\*(?!/))*\*/)");
    return std::regex_replace(text, comment, " ");
}

std::string without_directives(const std::string& text) {
    static const std::regex directive(R"((^|\n)[ \t]*#[^\n]*)");
    return std::regex_replace(text, directive, "$1");
}

void judge_includes(const std::string& code, Problems& problems) {
    static const std::regex include(R"(#[ \t]*include[ \t]*([<"][^>"]*[>"]))");
    static const std::regex allowed(R"(<stddef\.h>|<stdint\.h>|"staffing/[a-z_/]+\.h")");
    for_each_match(code, include, [&](const std::smatch& match) {
        if (!std::regex_match(match[1].str(), allowed))
            problems.push_back("It includes " + match[1].str() + ".");
    });
}

void judge_words(const std::string& code, Problems& problems) {
    static const std::regex word(
        R"(\b(?:bool|_Bool|enum|union|long|short|int|unsigned|signed|float|double|size_t|wchar_t|__int128)\b|\.\.\.)");
    static const std::regex bit_field(R"(\b\w+[ \t]*:[ \t]*\w+[ \t]*;)");
    for_each_match(code, word,
                   [&](const std::smatch& match) { problems.push_back("It uses " + match.str() + "."); });
    for_each_match(code, bit_field, [&](const std::smatch& match) {
        problems.push_back("It has a bit-field: " + match.str());
    });
}

/// The comment that ends right above `position`: between it and the position nothing but the start of the
/// declaration. One that stands behind a declaration on its line belongs to that.
std::string comment_above(const std::string& text, std::size_t position) {
    const std::size_t end = text.rfind("*/", position);
    const std::size_t start = end == std::string::npos ? end : text.rfind("/*", end);
    if (start == std::string::npos) return "";
    const std::size_t line = start == 0 ? std::string::npos : text.rfind('\n', start - 1);
    const std::string before = text.substr(line + 1, start - line - 1);
    if (before.find_first_not_of(" \t") != std::string::npos) return "";
    const std::string between = text.substr(end + 2, position - end - 2);
    return between.find_first_of(";{}") == std::string::npos ? text.substr(start, end - start) : "";
}

void judge_tags(const std::string& header, Problems& problems) {
    static const std::regex function_pointer(R"(\(\s*STAFFING_CALL\s*\*\s*(\w+)\s*\))");
    static const std::regex tag(R"(\[(main-thread|thread-safe|worker)\])");
    for_each_match(header, function_pointer, [&](const std::smatch& match) {
        const std::string comment = comment_above(header, static_cast<std::size_t>(match.position()));
        const auto tags = std::distance(std::sregex_iterator(comment.begin(), comment.end(), tag), {});
        if (tags != 1) problems.push_back(match[1].str() + " has " + std::to_string(tags) + " thread tags.");
    });
}

bool crosses_as_scalar(std::string type, const std::set<std::string>& value_types) {
    static const std::regex not_a_type(R"(^\s+|\s+$|\bconst\b\s*)");
    if (type.find('*') != std::string::npos) return true;
    type = std::regex_replace(type, not_a_type, "");
    return value_types.contains(type.substr(0, type.find(' ')));
}

void judge_signatures(const std::string& code, const std::set<std::string>& value_types, Problems& problems) {
    static const std::regex signature(R"(([\w \t\n*]+)\(\s*STAFFING_CALL\s*\*\s*(\w+)\s*\)\s*\(([^()]*)\))");
    for_each_match(code, signature, [&](const std::smatch& match) {
        static const std::regex keyword(R"(\btypedef\b)");
        const std::string answer = std::regex_replace(match[1].str(), keyword, "");
        if (!crosses_as_scalar(answer, value_types))
            problems.push_back(match[2].str() + " gives" + answer + " by value.");
        static const std::regex parameter(R"([^,]+)");
        for_each_match(match[3].str(), parameter, [&](const std::smatch& one) {
            if (!crosses_as_scalar(one.str(), value_types)) {
                problems.push_back(match[2].str() + " takes " + one.str() + " by value.");
            }
        });
    });
    // A function pointer or pointer to one without the calling convention.
    static const std::regex bare(R"(\(\s*\*\s*(\w+)\s*\)\s*\()");
    for_each_match(code, bare, [&](const std::smatch& match) {
        problems.push_back(match[1].str() + " lacks STAFFING_CALL.");
    });
}

void judge_structs(const std::string& code, Problems& problems) {
    static const std::regex structure(R"(struct\s+(\w+)\s*\{([^{}]*)\})");
    static const std::regex function(R"([^;]*\(\s*STAFFING_CALL[^;]*;)");
    static const std::regex start(R"(^\s*(?:uint32_t\s+struct_size|void\s*\*\s*context)\s*;)");
    for_each_match(code, structure, [&](const std::smatch& match) {
        const std::string name = match[1].str();
        const std::string body = match[2].str();
        const bool is_table = std::regex_replace(body, function, "").find(';') == std::string::npos;
        if (!is_table && !std::regex_search(body, start) && !never_growing.contains(name)) {
            problems.push_back(name + " does not start with uint32_t struct_size.");
        }
    });
}

}  // namespace

std::set<std::string> value_types(std::string_view all_headers) {
    static const std::regex name(R"(typedef\s+int32_t\s+(staffing_\w+)\s*;)");
    std::set<std::string> types{"void", "int32_t", "uint32_t", "int64_t", "uint64_t"};
    for_each_match(std::string(all_headers), name,
                   [&](const std::smatch& match) { types.insert(match[1].str()); });
    return types;
}

std::vector<std::string> broken_rules(std::string_view header, const std::set<std::string>& value_types) {
    const std::string text(header);
    const std::string code = without_comments(text);
    const std::string declarations = without_directives(code);
    Problems problems;
    judge_includes(code, problems);
    judge_words(declarations, problems);
    judge_tags(text, problems);
    judge_signatures(declarations, value_types, problems);
    judge_structs(declarations, problems);
    return problems;
}

}  // namespace abi
