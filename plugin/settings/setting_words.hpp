#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/time.hpp"

namespace send_text {

/// A unit in which people read times.
struct TimeUnit {
    const char* singular;
    const char* plural;
    Seconds length;
};

/// The units of which a time of at most this length may have some, the smallest first.
std::vector<TimeUnit> units_up_to(Seconds length);

/// A time in the largest unit of which it is a multiple: "90 seconds", "1 minute", "24 hours", "30 days".
std::string duration_words(Seconds length);

/// "60 segments a minute", "24 hours" of seconds.
std::string amount_words(std::int64_t amount, const std::string& unit);

/// The label of a setting; its key when there is no such setting (any more).
std::string setting_label(const std::string& key);

/// The value of a setting as people read it: "24 hours", "Text", "SMS, Cell Phone", "(empty)".
std::string setting_value_words(const std::string& key, const nlohmann::json& value);

}  // namespace send_text
