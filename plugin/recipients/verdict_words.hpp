#pragma once

#include <span>
#include <string>

#include "recipients/number_judge.hpp"
#include "recipients/recipient.hpp"

namespace send_text {

// All that is said to recruiters about recipients. A reason is one or more full sentences, valid UTF-8.

/// Why `judgement` was made of the method's value, or what was left out of it; empty when all is well.
std::string reason_of(const NumberJudgement& judgement, const std::string& name, const ContactMethod& method);

/// "Ann Poe has no SMS, Cell Phone or Phone number."
std::string reason_of_missing(const std::string& name, std::span<const MethodType> order);

/// "employee 5814 is no longer there: it was deleted or merged."
std::string reason_of_gone(const RecordRef& record);

/// "Bob Poe has the same number as Ann Poe; one text is sent and logged on both."
std::string reason_of_sharing(const Recipient& recipient, const RecordRef& first,
                              const std::string& first_name);

/// "Ann Poe has no conversation yet on a line in use, and you have no line of your own. …"
std::string reason_of_no_line(const std::string& name);

/// What `count` recipients with this verdict are: "has no number", "have no number".
std::string predicate_of(Verdict verdict, std::size_t count);

}  // namespace send_text
