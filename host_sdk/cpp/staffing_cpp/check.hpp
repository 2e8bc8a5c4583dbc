#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "staffing_cpp/first_version.hpp"
#include "staffing_cpp/status_error.hpp"
#include "staffing_cpp/text.hpp"

// Checks of what the other side passes, before it is used.
namespace staffing {

/// The pointer, which must not be NULL.
template <class T>
const T& required(const T* pointer, const char* what) {
    if (pointer == nullptr) {
        throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                          std::string("NULL was given instead of ") + what + ".");
    }
    return *pointer;
}

/// The contract's version that the other side was built with. Check it before the rest of the struct: another
/// major version may have anything after it.
template <class T>
const staffing_version& version_of(const T* from, const char* what) {
    const std::uint32_t size = required(from, what).struct_size;
    if (size < offsetof(T, version) + sizeof(staffing_version)) {
        throw StatusError(STAFFING_STATUS_STRUCT_TOO_SMALL, std::string("The struct_size of ") + what +
                                                                " is " + std::to_string(size) +
                                                                ": too small for a version.");
    }
    return from->version;
}

/// A copy of a struct that may have another version than ours: the smaller of the two sizes is copied, the
/// rest is zero. A struct smaller than the first version is refused.
template <class T>
T checked_struct(const T* from, const char* what) {
    const std::uint32_t size = required(from, what).struct_size;
    if (size < first_version_size<T>) {
        throw StatusError(STAFFING_STATUS_STRUCT_TOO_SMALL,
                          std::string("The struct_size of ") + what + " is " + std::to_string(size) +
                              "; its first version has " + std::to_string(first_version_size<T>) + ".");
    }
    T copy{};
    std::memcpy(&copy, from, std::min<std::size_t>(size, sizeof(T)));
    copy.struct_size = sizeof(T);
    return copy;
}

/// The view of a string, which must be UTF-8 and no longer than `max_bytes`.
inline std::string_view checked_text(const staffing_string& text, const char* what,
                                     std::uint64_t max_bytes = std::uint64_t{16} << 20U) {
    if (text.size == 0) return {};
    if (text.data == nullptr) {
        throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, std::string(what) + " has a size but no data.");
    }
    if (text.size > max_bytes) {
        throw StatusError(STAFFING_STATUS_TOO_LARGE, std::string(what) + " has " + std::to_string(text.size) +
                                                         " bytes; at most " + std::to_string(max_bytes) +
                                                         " are taken.");
    }
    const std::string_view view(text.data, text.size);
    if (!is_valid_utf8(view)) {
        throw StatusError(STAFFING_STATUS_INVALID_UTF8, std::string(what) + " is not valid UTF-8.");
    }
    return view;
}

inline std::string_view checked_text(const staffing_string* text, const char* what,
                                     std::uint64_t max_bytes = std::uint64_t{16} << 20U) {
    return checked_text(required(text, what), what, max_bytes);
}

}  // namespace staffing
