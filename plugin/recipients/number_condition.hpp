#pragma once

#include <functional>
#include <optional>
#include <string>

#include "recipients/verdict.hpp"

namespace send_text {

/// What speaks against texting a good number, or against texting it at this hour; or for texting one that is
/// not known to be in service.
struct NumberCondition {
    Verdict verdict =
        Verdict::unspecified;  ///< cannot_receive, opted_out or outside_hours; ok: nothing against it
    std::string detail = {};   ///< cannot_receive: why; outside_hours: until when ("8:00 AM"); opted_out:
                               ///< since when ("Mar 2, 2026")
    bool is_known_to_work = false;  ///< a carrier took a text for it: it is in service
};

/// Says of a number (E.164) what is known beside its digits; nothing: nothing speaks against it.
using NumberConditionOf = std::function<std::optional<NumberCondition>(const std::string& e164)>;

}  // namespace send_text
