#include "recipients/recipient_resolver.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/e164.hpp"
#include "recipients/method_choice.hpp"
#include "recipients/number_owners.hpp"
#include "recipients/typed_value.hpp"

namespace send_text {

namespace {

/// The number to text; empty when it cannot be.
E164 number_of(const JudgedMethod& judged) {
    return E164(can_text(verdict_of(judged)) ? judged.judgement.e164 : std::string());
}

Candidate candidate_of(const JudgedMethod& judged, const std::string& name) {
    return {*judged.method, number_of(judged), verdict_of(judged), reason_of(judged, name)};
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
            Recipient& recipient = part.emplace_back(recipient_of(asked[index], details));
            if (rules_.marks_sharing) owners.mark_sharing(recipient);
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
    if (details->unreadable) {
        recipient.verdict = Verdict::missing;
        recipient.reason = *details->unreadable;
        return recipient;
    }
    if (!trimmed(details->display_name).empty()) recipient.name = details->display_name;
    recipient.branch_id = details->branch_id;
    recipient.branch_name = details->branch_name;
    if (rules_.keeps_fields) recipient.fields = details->fields;
    const auto methods = methods_to_text(details->methods, rules_.method_order);
    if (methods.empty()) {
        recipient.verdict = Verdict::missing;
        recipient.reason = reason_of_missing(recipient.name, rules_.method_order);
        return recipient;
    }
    choose(recipient, methods, rules_.fall_through_unusable_number);
    return recipient;
}

Recipient RecipientResolver::with_method(Recipient recipient, const ContactMethod& method,
                                         bool insists) const {
    std::vector<ContactMethod> all{method};
    const auto keep = [&](const ContactMethod& one) {
        if (one.id != method.id && one.id != 0) all.push_back(one);
    };
    if (recipient.method) keep(*recipient.method);
    for (const Candidate& other : recipient.others)
        keep(other.method);
    recipient.others.clear();
    std::vector<const ContactMethod*> methods;
    for (const ContactMethod& one : all)
        methods.push_back(&one);
    const std::vector<JudgedMethod> judged = choose(recipient, methods, false, insists);
    const auto refused = std::find_if(judged.begin(), judged.end(), [](const JudgedMethod& one) {
        return verdict_of(one) == Verdict::opted_out;
    });
    if (can_text(recipient.verdict) && refused != judged.end()) {
        const std::string space = recipient.reason.empty() ? "" : " ";
        recipient.reason += space + reason_of_opt_out_elsewhere(recipient.name, refused->judgement.e164);
    }
    return recipient;
}

JudgedMethod RecipientResolver::judge(const ContactMethod& method, bool insists) const {
    JudgedMethod one{&method, judge_.judge(method.value), {}};
    NumberJudgement& judgement = one.judgement;
    const bool is_usable = can_text(judgement.verdict);
    const std::string& number = is_usable ? judgement.e164 : judgement.possible;
    if (number.empty()) return one;
    auto condition = rules_.condition_of ? rules_.condition_of(E164(number)) : std::nullopt;
    const bool is_known_to_work = condition && condition->is_known_to_work;
    if (!is_usable) {
        if (!insists && !is_known_to_work) return one;
        judgement.verdict = is_known_to_work ? Verdict::ok : Verdict::insisted;
        judgement.e164 = std::exchange(judgement.possible, {});
    }
    if (is_known_to_work) judgement.may_not_be_in_service_yet = false;
    if (condition && condition->verdict != Verdict::ok) one.condition = std::move(condition);
    return one;
}

/// Returns those that were judged, the chosen one too; they point into `methods`.
std::vector<JudgedMethod> RecipientResolver::choose(Recipient& recipient,
                                                    std::span<const ContactMethod* const> methods,
                                                    bool falls_through, bool insists) const {
    std::vector<JudgedMethod> judged;
    const auto judge_next = [&] {
        const bool is_first = judged.empty();
        judged.push_back(judge(*methods[judged.size()], insists && is_first));
    };
    const auto is_usable = [](const JudgedMethod& one) { return can_text(verdict_of(one)); };
    judge_next();
    // Who asked for no more texts is not texted at another number instead.
    const auto has_refused = [&] {
        const Verdict verdict = verdict_of(judged.back());
        return verdict == Verdict::opted_out || judged.back().judgement.is_instruction_of_person;
    };
    if (falls_through) {
        while (!is_usable(judged.back()) && !has_refused() && judged.size() < methods.size())
            judge_next();
    }
    const std::size_t chosen = is_usable(judged.back()) || has_refused() ? judged.size() - 1 : 0;
    recipient.reason = judged.size() == 1 || has_refused()
                           ? reason_of(judged.back(), recipient.name)
                           : reason_of_falling_through(judged, recipient.name);

    const bool has_refused_without_number = has_refused() && verdict_of(judged.back()) != Verdict::held &&
                                            verdict_of(judged.back()) != Verdict::opted_out;
    if (falls_through && has_refused_without_number) recipient.reason += reason_of_no_other_number();

    if (rules_.judges_others) {
        while (judged.size() < methods.size())
            judge_next();
        for (std::size_t i = 0; i < judged.size(); ++i) {
            if (i != chosen) recipient.others.push_back(candidate_of(judged[i], recipient.name));
        }
    }
    recipient.method = *judged[chosen].method;
    recipient.verdict = verdict_of(judged[chosen]);
    recipient.number = number_of(judged[chosen]);
    recipient.is_insisted = judged[chosen].judgement.verdict == Verdict::insisted;
    return judged;
}

}  // namespace send_text
