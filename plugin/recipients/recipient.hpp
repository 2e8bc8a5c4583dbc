#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/record.hpp"
#include "recipients/contact_method.hpp"
#include "recipients/record_fields.hpp"

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
    cannot_receive = 9,  ///< toll-free, premium and other kinds that take no texts
    record_gone = 10,
    local_only = 11,  ///< needs an area code
    no_line = 1000,   ///< usable, but this user has no line to text it from; never crosses the contract
};

/// Whether a text may leave to a number with this verdict.
bool can_text(Verdict verdict);

/// A method of a record, and what was found of its number.
struct Candidate {
    ContactMethod method;
    std::string number;  ///< E.164; empty unless can_text(verdict)
    Verdict verdict = Verdict::unspecified;
    std::string reason;  ///< as a recipient's
};

/// A record, the method chosen for it, the number in E.164, and a verdict with its reason.
struct Recipient {
    RecordRef record;
    std::string name;
    std::int64_t branch_id = 0;
    std::optional<ContactMethod> method;
    std::string number;  ///< E.164; empty unless can_text(verdict)
    Verdict verdict = Verdict::unspecified;
    std::string reason;             ///< in words, naming the person and the method; empty when all is well
    std::vector<Candidate> others;  ///< the methods not chosen, the best first; only where they are asked for
    RecordFields fields = {};       ///< only where they are asked for
};

}  // namespace send_text
