#pragma once

#include <string>

#include "carrier/simulator_clock.hpp"

namespace mock_host::zipwhip {

/// "2015-08-19T16:53:45-07:00": to the second, with the offset of the west coast of the United States, where
/// the carrier's clocks are. Summer time is as it has been since 2007 (15 U.S.C. 260a).
std::string to_iso_pacific(Moment moment);

}  // namespace mock_host::zipwhip
