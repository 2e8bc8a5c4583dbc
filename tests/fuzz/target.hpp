#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// A parser of what others wrote, and what is well known to it.
struct Target {
    std::string_view name;
    std::vector<std::string> seeds;

    /// Reads an input. Any exception out of it is a defect: those that the parser may throw end here.
    void (*read)(const std::string& input);
};

/// What holds for any input does not.
inline void require(bool holds, const char* what) {
    if (!holds) throw std::logic_error(what);
}

std::vector<Target> json_targets();
std::vector<Target> carrier_targets();
std::vector<Target> text_targets();
std::vector<Target> host_targets();

}  // namespace fuzz
