#pragma once

#include "core/clock.hpp"
#include "core/log.hpp"
#include "core/random.hpp"
#include "model/current_settings.hpp"

namespace send_text {

/// What all who work on texts, conversations and accounts need besides these: the settings in force, the
/// time, chance, and a log. Owns none of them; all outlive whoever holds this, or has taken a reference from
/// it.
struct WorkContext {
    const CurrentSettings& settings;
    Clock& clock;
    RandomSource& random;
    Log& log;
};

}  // namespace send_text
