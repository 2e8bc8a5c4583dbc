#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/time.hpp"

namespace send_text::zipwhip {

/// "+1206…" of "ptn:/+1206…": an address as it is, but for what stands before it.
std::string_view without_scheme(std::string_view address);

/// E.164 from one of the forms that Zipwhip writes: +1…, ptn:/+1…, ptn:/ and 10 digits, 10 digits, 11 digits
/// that begin with 1. Empty for anything else.
std::string number_from_address(std::string_view address);

/// A username as the login wants it: of a US number the 10 digits, of another E.164. What is not a number
/// stays as typed.
std::string login_name(const std::string& username);

/// The time in 2020-11-13T17:01:17Z, in the older form with an offset (-07:00), or in milliseconds since
/// 1970. A time without a zone is taken as UTC [?]. Nothing if it is none of these.
std::optional<TimePoint> time_of(const nlohmann::json* value);

}  // namespace send_text::zipwhip
