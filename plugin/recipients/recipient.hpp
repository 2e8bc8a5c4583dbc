#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/contact_method.hpp"
#include "core/e164.hpp"
#include "core/record.hpp"
#include "core/record_fields.hpp"
#include "recipients/verdict.hpp"

namespace send_text {

/// A method of a record, and what was found of its number.
struct Candidate {
    ContactMethod method;
    E164 number;  ///< empty unless can_text(verdict)
    Verdict verdict = Verdict::unspecified;
    std::string reason;  ///< as a recipient's
};

/// A record, the method chosen for it, the number in E.164, and a verdict with its reason.
struct Recipient {
    RecordRef record;
    std::string name;
    std::int64_t branch_id = 0;
    std::string branch_name = {};  ///< empty where the host does not tell it
    std::optional<ContactMethod> method;
    E164 number;  ///< empty unless can_text(verdict)
    Verdict verdict = Verdict::unspecified;
    std::string reason;             ///< in words, naming the person and the method; empty when all is well
    std::vector<Candidate> others;  ///< the methods not chosen, the best first; only where they are asked for
    RecordFields fields = {};       ///< only where they are asked for
    bool is_insisted = false;       ///< not known to be in service, and somebody wants it texted all the same
};

}  // namespace send_text
