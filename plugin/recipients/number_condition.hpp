#pragma once

#include <functional>
#include <optional>
#include <string>

#include "recipients/verdict.hpp"

namespace send_text {

/// What speaks against texting a good number, or against texting it at this hour.
struct NumberCondition {
    Verdict verdict = Verdict::unspecified;  ///< cannot_receive, opted_out or outside_hours
    std::string detail = {};                 ///< cannot_receive: why; outside_hours: until when ("8:00 AM")
};

/// Says of a number (E.164) what is known beside its digits; nothing: nothing speaks against it.
using NumberConditionOf = std::function<std::optional<NumberCondition>(const std::string& e164)>;

}  // namespace send_text
