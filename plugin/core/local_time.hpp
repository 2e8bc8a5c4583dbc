#pragma once

#include <string>
#include <vector>

#include "core/time.hpp"

namespace send_text {

// Times as people at a place read them. A zone is an IANA name; one that is empty or that the system does not
// know counts as UTC. Any thread; the first call reads the system's list of zones.

/// As short as it is clear: "9:40 AM" of the same day as now, else "Mar 2, 9:40 AM", of another year "Mar 2,
/// 2025, 9:40 AM". UTC is named.
std::string local_time_text(TimePoint at, TimePoint now, const std::string& zone);

/// When it is allowed to text at a place: "8:00 AM CST"; with the day where it is more than a day away, "8:00
/// AM CST on Tue, Mar 3". Of several zones the one in which it is earliest in the day, which is the one that
/// texting hours wait for.
std::string permitted_time_text(const std::vector<std::string>& zones, TimePoint at, TimePoint now);

/// The day, for sentences: "Mar 2, 2026".
std::string local_date_text(TimePoint at, const std::string& zone);

/// As spreadsheets read it: "2026-03-02 12:04:00".
std::string sortable_time_text(TimePoint at, const std::string& zone);

/// What a place calls its time then: "CST"; where that has no letters, its distance, "UTC-03".
std::string zone_abbreviation(TimePoint at, const std::string& zone);

}  // namespace send_text
