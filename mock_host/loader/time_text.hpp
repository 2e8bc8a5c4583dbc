#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Times in the forms that people and other programs write.
namespace mock_host {

/// "2026-03-02T15:00:00.250Z".
std::string iso_from_milliseconds(std::int64_t milliseconds);
/// "2026-03-02T15:00:00Z"; parts of a second are cut off.
std::string iso_seconds_from_milliseconds(std::int64_t milliseconds);
/// Milliseconds since 1970 of "2026-03-02T15:00:00Z". Nothing for anything else.
std::optional<std::int64_t> milliseconds_from_iso(std::string_view text);

/// "24h", "90s", "2h30m", "1d", "500ms" in milliseconds. Nothing for anything else.
std::optional<std::int64_t> milliseconds_from_duration(std::string_view text);

std::int64_t system_milliseconds();
/// Not affected by corrections of the system's clock.
std::int64_t steady_milliseconds();

}  // namespace mock_host
