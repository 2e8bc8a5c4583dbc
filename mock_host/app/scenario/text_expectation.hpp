#pragma once

#include <string>
#include <vector>

namespace mock_host {

class ObjectReader;

/// What a text must contain and must not.
struct TextExpectation {
    std::vector<std::string> contains;
    std::vector<std::string> not_contains;

    /// The keys `contains` and `not_contains`, after a prefix such as "note_".
    static TextExpectation read(ObjectReader& reader, const std::string& prefix = "");

    /// What is wrong with a text, for people; empty: nothing.
    std::string problem(const std::string& text) const;
    bool is_empty() const { return contains.empty() && not_contains.empty(); }
};

}  // namespace mock_host
