#pragma once

#include <optional>
#include <span>
#include <string>

#include "recipients/number_judge.hpp"
#include "recipients/recipient.hpp"
#include "recipients/verdict.hpp"

namespace send_text {

// All that is said to recruiters about recipients. A reason is one or more full sentences, valid UTF-8.

/// A method, which outlives it, what was found of its value, and what is known of its number.
struct JudgedMethod {
    const ContactMethod* method;
    NumberJudgement judgement;
    std::optional<NumberCondition> condition = {};
};

Verdict verdict_of(const JudgedMethod& judged);

/// Why the method cannot be texted and what to do about it, or what was left out of it; empty when all is
/// well.
std::string reason_of(const JudgedMethod& judged, const std::string& name);

/// What happened where the methods were gone through for the first that can be texted: the last of `judged`
/// is used if it can be. "Ann Poe: the Cell Phone "n/a" is not a phone number; the Home Phone is used."
std::string reason_of_falling_through(std::span<const JudgedMethod> judged, const std::string& name);

/// To be added where a method that is no good number says that its person is not to be texted.
const char* reason_of_no_other_number();

/// "Ann Poe has no SMS, Cell Phone or Phone number. Add one to the record."
std::string reason_of_missing(const std::string& name, std::span<const MethodType> order);

/// "employee 5814 is no longer there: it was deleted or merged. Look the person up again."
std::string reason_of_gone(const RecordRef& record);

/// "Bob Poe has the same number as Ann Poe; one text is sent and logged on both."
std::string reason_of_sharing(const Recipient& recipient, const RecordRef& first,
                              const std::string& first_name);

/// "Ann Poe opted out at (651) 555-1204; this is another number of theirs."
std::string reason_of_opt_out_elsewhere(const std::string& name, const std::string& number);

/// "Ann Poe has no conversation yet on a line in use, and you have no line of your own. …"
std::string reason_of_no_line(const std::string& name);

/// What `count` recipients with this verdict are: "has no number", "have no number".
std::string predicate_of(Verdict verdict, std::size_t count);

}  // namespace send_text
