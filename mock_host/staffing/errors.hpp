#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace mock_host {

/// A problem with the staffing data: a missing folder, a damaged file, a newer schema.
/// The message is for people.
class StaffingError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A record, method, hotlist, user, branch or action code that does not exist.
class NotFound : public StaffingError {
  public:
    using StaffingError::StaffingError;
};

/// Input that the staffing data refuses: an inactive action code, a message without a record, ...
class InvalidInput : public StaffingError {
  public:
    using StaffingError::StaffingError;
};

/// Throws InvalidInput when `text` has a zero byte: the database would return it cut off there.
inline void refuse_zero_byte(std::string_view text, std::string_view what) {
    if (text.find('\0') == std::string_view::npos) return;
    throw InvalidInput("The " + std::string(what) +
                       " contains a zero byte, which cannot be stored. Leave it out.");
}

}  // namespace mock_host
