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

Candidate candidate_of(const JudgedMethod& judged, const std::string& name) {
    return {*judged.method, judged.judgement.e164, judged.judgement.verdict, reason_of(judged, name)};
}

}  // namespace

RecipientResolver::RecipientResolver(RecordDirectory& directory, NumberJudge judge, ResolutionRules rules)
    : directory_(directory), judge_(std::move(judge)), rules_(std::move(rules)) {}

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
    if (rules_.keeps_fields) recipient.fields = details->fields;
    const auto methods = methods_to_text(details->methods, rules_.method_order);
    if (methods.empty()) {
        recipient.verdict = Verdict::missing;
        recipient.reason = reason_of_missing(recipient.name, rules_.method_order);
        return recipient;
    }
    choose(recipient, methods);
    return recipient;
}

void RecipientResolver::choose(Recipient& recipient, std::span<const ContactMethod* const> methods) const {
    std::vector<JudgedMethod> judged;
    const auto judge_next = [&] {
        const ContactMethod& method = *methods[judged.size()];
        judged.push_back({&method, judge_.judge(method.value)});
    };
    const auto is_usable = [](const JudgedMethod& one) { return can_text(one.judgement.verdict); };
    judge_next();
    if (rules_.fall_through_unusable_number) {
        while (!is_usable(judged.back()) && judged.size() < methods.size())
            judge_next();
    }
    const std::size_t chosen = is_usable(judged.back()) ? judged.size() - 1 : 0;
    recipient.reason = judged.size() == 1 ? reason_of(judged[0], recipient.name)
                                          : reason_of_falling_through(judged, recipient.name);

    if (rules_.judges_others) {
        while (judged.size() < methods.size())
            judge_next();
        for (std::size_t i = 0; i < judged.size(); ++i) {
            if (i != chosen) recipient.others.push_back(candidate_of(judged[i], recipient.name));
        }
    }
    recipient.method = *judged[chosen].method;
    recipient.verdict = judged[chosen].judgement.verdict;
    recipient.number = std::move(judged[chosen].judgement.e164);
}

}  // namespace send_text
