#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

#include "core/e164.hpp"

namespace send_text {

/// What an account texts from: a number (E.164), or the id of a messaging service. Empty: there is none, or
/// it is not known. It is no E164, so that nothing is sent to a line, nor from a person's number.
class LineId {
  public:
    LineId() = default;
    explicit LineId(std::string line) : line_(std::move(line)) {}

    const std::string& str() const { return line_; }
    bool empty() const { return line_.empty(); }

    auto operator<=>(const LineId&) const = default;

  private:
    std::string line_;
};

}  // namespace send_text

template <>
struct std::hash<send_text::LineId> {
    std::size_t operator()(const send_text::LineId& line) const noexcept {
        return std::hash<std::string>()(line.str());
    }
};
