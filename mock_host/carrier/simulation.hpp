#pragma once

#include <Poco/Event.h>

#include <memory>
#include <string>
#include <vector>

#include "carrier/callback_poster.hpp"
#include "carrier/carrier.hpp"
#include "carrier/fault_rules.hpp"
#include "carrier/handsets.hpp"
#include "carrier/request_log.hpp"
#include "carrier/simulator_clock.hpp"
#include "carrier/text_log.hpp"

namespace mock_host {

/// The simulated world: what all carriers share, and the carriers. The list of carriers does not change once
/// requests are served; everything else is thread-safe by itself.
struct Simulation {
    /// With what the file has kept; nullptr keeps nothing.
    explicit Simulation(StateFile* file = nullptr) : handsets(file) {}

    SimulatorClock clock;
    Handsets handsets;
    FaultRules faults;
    RequestLog requests;
    TextLog texts;
    CallbackPoster callbacks{clock};
    /// A line is that of the first carrier which has it. So those that know their lines (Twilio, Telnyx) come
    /// before those that take any number for theirs (Zipwhip without accounts).
    std::vector<std::unique_ptr<Carrier>> carriers;
    /// Set when the simulator ends, so that nobody goes on waiting on purpose.
    Poco::Event stopping{Poco::Event::EVENT_MANUALRESET};

    /// The carrier of this name, or nullptr.
    Carrier* carrier_of_name(const std::string& name) const;
    /// The carrier whose API has this path, or nullptr.
    Carrier* carrier_of_path(const std::string& path) const;
    /// The carrier that has this line, or nullptr.
    Carrier* carrier_of_line(const std::string& line) const;
    /// Has every carrier do what is due at the clock's time.
    void time_passed();
    /// Everything as at the start, but for the message ids, which go on rising.
    void reset();
};

}  // namespace mock_host
