#include "isolation/picture/picture.hpp"

#include <algorithm>
#include <sstream>

namespace isolation {
namespace {

std::string value(const Picture& picture, const std::string& property) {
    const auto found = picture.find(property);
    return found == picture.end() ? "" : found->second;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

void add_lines_missing_in(const std::vector<std::string>& others, const std::vector<std::string>& lines,
                          const char* label, std::string& text) {
    for (const std::string& line : lines) {
        if (std::count(lines.begin(), lines.end(), line) > std::count(others.begin(), others.end(), line))
            text += std::string("\n    ") + label + line;
    }
}

}  // namespace

std::vector<std::string> changed_properties(const Picture& before, const Picture& after) {
    std::vector<std::string> changed;
    for (const auto& [property, was] : before) {
        if (value(after, property) != was) changed.push_back(property);
    }
    return changed;
}

std::string change(const std::string& property, const Picture& before, const Picture& after) {
    const auto was = lines_of(value(before, property));
    const auto is = lines_of(value(after, property));
    std::string text = property + ":";
    add_lines_missing_in(is, was, "was ", text);
    add_lines_missing_in(was, is, "is  ", text);
    return text;
}

}  // namespace isolation
