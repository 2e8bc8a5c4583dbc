#pragma once

#include <cstdint>
#include <string>

#include "core/texting_hours.hpp"
#include "core/time.hpp"
#include "recipients/verdict.hpp"
#include "store/number_fact_store.hpp"

namespace send_text {

/// What speaks against texting a number at a moment: what is known of it in the store now, and the hours
/// where it is (consent/number_zones.hpp, with its fallback). Reads the store once; what it returns is for
/// one thread.
NumberConditionOf number_conditions(const NumberFactStore& facts, const TextingHours& hours,
                                    const std::string& fallback_zone, TimePoint now);

}  // namespace send_text
