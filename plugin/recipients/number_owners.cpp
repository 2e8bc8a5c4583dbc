#include "recipients/number_owners.hpp"

#include "recipients/verdict_words.hpp"

namespace send_text {

namespace {

void share(Recipient& recipient, const RecordRef& record, const std::string& name) {
    const auto remark = recipient.reason.empty() ? "" : " " + recipient.reason;
    recipient.verdict = Verdict::shares_number;
    recipient.reason = reason_of_sharing(recipient, record, name) + remark;
}

}  // namespace

void share_number(Recipient& recipient, const Recipient& first) {
    share(recipient, first.record, first.name);
}

void NumberOwners::mark_sharing(Recipient& recipient) {
    if (!can_text(recipient.verdict)) return;
    const auto [owner, is_first] = owners_.try_emplace(recipient.number, recipient.record, recipient.name);
    if (is_first) return;
    const auto& [record, name] = owner->second;
    if (record != recipient.record) share(recipient, record, name);
}

}  // namespace send_text
