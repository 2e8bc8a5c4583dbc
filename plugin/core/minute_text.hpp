#pragma once

#include <cstdint>
#include <string>

namespace send_text {

/// A time as people read it, in UTC: "2026-03-02 15:04".
std::string minute_text(std::int64_t at_ms);

}  // namespace send_text
