#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/e164.hpp"

namespace send_text {

/// What was found of a recipient's number. Values equal the contract's STAFFING_VERDICT_….
enum class Verdict : std::int32_t {
    unspecified = 0,
    ok = 1,
    extension_dropped = 2,  ///< usable; the extension cannot be texted
    shares_number = 3,      ///< usable; another recipient of the request has the same number
    missing = 4,            ///< no method of the wanted types has a value
    not_a_number = 5,
    too_short = 6,
    too_long = 7,
    not_in_service = 8,  ///< possible, but no such number is given out
    cannot_receive =
        9,  ///< toll-free, premium and other kinds that take no texts; a landline, as a carrier said
    record_gone = 10,
    local_only = 11,     ///< needs an area code
    opted_out = 12,      ///< asked not to be texted
    outside_hours = 13,  ///< usable; the text waits until it is day where the number is
    // These are the plug-in's own; released_verdict says what they are in the contract.
    no_line = 1000,   ///< usable, but this user has no line to text it from
    held = 1001,      ///< the number is good, but words in its field say not to text it
    insisted = 1002,  ///< usable; not known to be in service, and texted because somebody wants it so
};

/// Whether a text may leave to a number with this verdict.
bool can_text(Verdict verdict);

/// The nearest verdict of the contract.
Verdict released_verdict(Verdict verdict);

/// The types of number, in the order and with the values of libphonenumber's PhoneNumberType.
enum class NumberType : std::int32_t {
    fixed_line = 0,
    mobile = 1,
    fixed_line_or_mobile = 2,
    toll_free = 3,
    premium_rate = 4,
    shared_cost = 5,
    voip = 6,
    personal_number = 7,
    pager = 8,
    uan = 9,
    voicemail = 10,
    unknown = 11,
};

/// What speaks against texting a good number, or against texting it at this hour; or for texting one that is
/// not known to be in service.
struct NumberCondition {
    Verdict verdict =
        Verdict::unspecified;  ///< cannot_receive, opted_out or outside_hours; ok: nothing against it
    std::string detail = {};   ///< cannot_receive: why; outside_hours: until when ("8:00 AM"); opted_out:
                               ///< since when ("Mar 2, 2026")
    bool is_known_to_work = false;  ///< a carrier took a text for it: it is in service
};

/// Says of a number what is known beside its digits; nothing: nothing speaks against it.
using NumberConditionOf = std::function<std::optional<NumberCondition>(const E164& number)>;

}  // namespace send_text
