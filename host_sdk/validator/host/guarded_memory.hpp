#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

namespace validator {

/// A copy of some bytes followed by unreadable memory: reading past them crashes at once.
class GuardedMemory {
  public:
    /// Throws std::system_error.
    GuardedMemory(const void* bytes, std::size_t size);
    explicit GuardedMemory(std::string_view text) : GuardedMemory(text.data(), text.size()) {}
    ~GuardedMemory();

    GuardedMemory(const GuardedMemory&) = delete;
    GuardedMemory& operator=(const GuardedMemory&) = delete;

    const void* data() const { return data_; }
    template <class T>
    const T* as() const {
        return static_cast<const T*>(data_);
    }

  private:
    void* mapping_;
    std::size_t mapped_;
    void* data_;
};

}  // namespace validator
