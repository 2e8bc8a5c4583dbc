#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace send_text {

/// Overwrites a string's memory, what it held earlier in the same memory included, and empties it.
void wipe(std::string& text) noexcept;

/// A password, token or key: its memory is overwritten before it is given back. Only whoever must hand it on
/// asks for it.
class Secret {
  public:
    Secret() = default;
    Secret(std::string_view text) : text_(text) {}
    Secret(const std::string& text) : text_(text) {}
    Secret(const char* text) : text_(text) {}
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept { text_.swap(other.text_); }
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret() { wipe(text_); }

    const std::string& reveal() const { return text_; }
    bool empty() const { return text_.empty(); }

    auto operator<=>(const Secret&) const = default;
    bool operator==(const Secret&) const = default;

  private:
    std::string text_;
};

}  // namespace send_text
