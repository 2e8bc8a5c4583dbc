#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace send_text {

/// A time as people at a place read it: "8:00 AM CST"; with the day where it is more than a day away, "8:00
/// AM CST on Tue, Mar 3". Of several time zones (IANA names) the one in which it is earliest in the day,
/// which is the one that texting hours wait for. Without one that the system knows, in UTC. Any thread.
std::string local_time_text(const std::vector<std::string>& zones, std::int64_t at_ms, std::int64_t now_ms);

}  // namespace send_text
