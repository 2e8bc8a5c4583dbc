#include "recipients/recipient_summary.hpp"

#include "recipients/verdict_words.hpp"

namespace send_text {

namespace {

std::string sentence(const RecipientSummary& summary) {
    if (summary.total == 0) return "There are no recipients.";
    std::string usable, unusable;
    for (const auto& [verdict, count] : summary.counts) {
        if (verdict == Verdict::ok) continue;
        const auto words = std::to_string(count) + " " + predicate_of(verdict, count);
        if (can_text(verdict)) {
            usable += ", " + words;
        } else {
            unusable += (unusable.empty() ? "; " : ", ") + words;
        }
    }
    return std::to_string(summary.textable) + " of " + std::to_string(summary.total) + " " +
           predicate_of(Verdict::ok, summary.textable) + usable + unusable + ".";
}

}  // namespace

RecipientSummary summarize(std::span<const Recipient> recipients) {
    RecipientSummary summary;
    summary.total = recipients.size();
    for (const auto& recipient : recipients) {
        ++summary.counts[recipient.verdict];
        if (can_text(recipient.verdict)) ++summary.textable;
    }
    summary.words = sentence(summary);
    return summary;
}

}  // namespace send_text
