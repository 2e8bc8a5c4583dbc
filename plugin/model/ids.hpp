#pragma once

#include <cstdint>

namespace send_text {

/// Names a text. Ids are unique within the store that gave them; they are types of their own so that none is
/// taken for another.
enum class TextId : std::int64_t {};

/// Names a send request: what one press of Send makes. The requests to carriers are counted apart, see
/// Text::request_number.
enum class RequestId : std::int64_t {};

/// Where there is none; the store never gives them.
inline constexpr TextId no_text{};
inline constexpr RequestId no_request{};

/// For words and documents. The store binds and reads the ids themselves.
constexpr std::int64_t number_of(TextId id) {
    return static_cast<std::int64_t>(id);
}

constexpr std::int64_t number_of(RequestId id) {
    return static_cast<std::int64_t>(id);
}

}  // namespace send_text
