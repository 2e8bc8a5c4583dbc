#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>

#include "recipients/recipient.hpp"

namespace send_text {

/// How many recipients have which verdict.
struct RecipientSummary {
    std::size_t total = 0;
    std::size_t textable = 0;
    std::map<Verdict, std::size_t> counts;  ///< only verdicts that occur
    std::string words;                      ///< "3 of 5 can be texted; 1 has no number, 1 is not in service."
};

RecipientSummary summarize(std::span<const Recipient> recipients);

}  // namespace send_text
