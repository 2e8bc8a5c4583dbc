#pragma once

#include <string>

namespace mock_host {

/// Overwrites a string's memory, what it held earlier in the same memory included, and empties it.
void wipe(std::string& text) noexcept;

/// Wipes a string when the scope ends, however it ends.
class WipeAtEnd {
  public:
    explicit WipeAtEnd(std::string& text) : text_(text) {}
    ~WipeAtEnd() { wipe(text_); }
    WipeAtEnd(const WipeAtEnd&) = delete;
    WipeAtEnd& operator=(const WipeAtEnd&) = delete;

  private:
    std::string& text_;
};

}  // namespace mock_host
