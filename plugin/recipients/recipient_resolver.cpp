#include "recipients/recipient_resolver.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "recipients/method_choice.hpp"
#include "recipients/typed_value.hpp"
#include "recipients/verdict_words.hpp"

namespace send_text {

namespace {

/// The first recipient of each number in a request.
class NumberOwners {
  public:
    /// Gives `recipient` the verdict shares_number when another, earlier record has its number.
    void mark_sharing(Recipient& recipient) {
        if (!can_text(recipient.verdict)) return;
        const auto [owner, is_first] =
            owners_.try_emplace(recipient.number, recipient.record, recipient.name);
        if (is_first) return;
        const auto& [record, name] = owner->second;
        if (record == recipient.record) return;
        const auto remark = recipient.reason.empty() ? "" : " " + recipient.reason;
        recipient.verdict = Verdict::shares_number;
        recipient.reason = reason_of_sharing(recipient, record, name) + remark;
    }

  private:
    std::unordered_map<std::string, std::pair<RecordRef, std::string>> owners_;
};

}  // namespace

RecipientResolver::RecipientResolver(RecordDirectory& directory, NumberJudge judge,
                                     std::vector<MethodType> method_order)
    : directory_(directory), judge_(std::move(judge)), method_order_(std::move(method_order)) {}

bool RecipientResolver::resolve(std::span<const RecordRef> records, const OnPart& on_part,
                                const Cancelled& cancelled) const {
    NumberOwners owners;
    for (std::size_t start = 0; start < records.size(); start += part_size) {
        const auto asked = records.subspan(start, std::min(part_size, records.size() - start));
        std::vector<Recipient> part;
        part.reserve(asked.size());
        bool stopped = false;
        directory_.fetch(asked, [&](std::size_t index, const RecordDetails* details) {
            stopped = cancelled();
            if (stopped || index != part.size() || index >= asked.size()) return false;
            owners.mark_sharing(part.emplace_back(recipient_of(asked[index], details)));
            return true;
        });
        if (stopped || cancelled()) return false;
        if (part.size() != asked.size()) {
            throw std::runtime_error("the host answered for " + std::to_string(part.size()) + " of " +
                                     std::to_string(asked.size()) + " records; try again");
        }
        on_part(part);
    }
    return true;
}

Recipient RecipientResolver::recipient_of(const RecordRef& record, const RecordDetails* details) const {
    Recipient recipient;
    recipient.record = record;
    recipient.name = describe(record);
    if (details == nullptr) {
        recipient.verdict = Verdict::record_gone;
        recipient.reason = reason_of_gone(record);
        return recipient;
    }
    if (!trimmed(details->display_name).empty()) recipient.name = details->display_name;
    recipient.branch_id = details->branch_id;
    const auto* method = choose_method(details->methods, method_order_);
    if (method == nullptr) {
        recipient.verdict = Verdict::missing;
        recipient.reason = reason_of_missing(recipient.name, method_order_);
        return recipient;
    }
    auto judgement = judge_.judge(method->value);
    recipient.method = *method;
    recipient.verdict = judgement.verdict;
    recipient.reason = reason_of(judgement, recipient.name, *method);
    recipient.number = std::move(judgement.e164);
    return recipient;
}

}  // namespace send_text
