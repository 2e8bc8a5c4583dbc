#include "compose/recipient_lookup.hpp"

#include <utility>

#include "recipients/verdict_words.hpp"

namespace send_text {

std::set<LineId> lines_in_use(const AccountService& accounts) {
    std::set<LineId> lines;
    for (const Account& account : accounts.all()) {
        if (account.state == AccountState::in_use) lines.insert(account.line);
    }
    return lines;
}

void RecipientLookup::look_up(const std::vector<RecordRef>& records,
                              const std::function<void(FoundRecipients found)>& on_part,
                              const std::function<bool()>& cancelled) const {
    make_resolver().resolve(
        records,
        [&](std::span<const Recipient> part) {
            on_part(found({part.begin(), part.end()}));
        },
        cancelled);
}

FoundRecipients RecipientLookup::with_method(const Recipient& recipient, const ContactMethod& method,
                                             bool insists) const {
    return found({make_resolver().with_method(recipient, method, insists)});
}

RecipientResolver RecipientLookup::make_resolver() const {
    const auto settings = services_.settings.get();
    return {services_.directory,
            NumberJudge(settings->default_region),
            {.method_order = settings->method_order,
             .fall_through_unusable_number = settings->fall_through_unusable_number,
             .judges_others = true,
             .keeps_fields = true,
             .marks_sharing = false,
             .condition_of = services_.number_conditions()}};
}

FoundRecipients RecipientLookup::found(std::vector<Recipient> recipients) const {
    FoundRecipients found{std::move(recipients), {}, {}};
    find_lines(found);
    name_branches(found);
    found.values = values_by_record(found.recipients, sender_);
    return found;
}

/// Who has no conversation on a line in use cannot be texted by a user without a line.
void RecipientLookup::find_lines(FoundRecipients& found) const {
    const std::set<LineId> lines =
        line_.is_by_conversation() ? lines_in_use(services_.accounts) : line_.lines();
    if (lines.empty() && !line_.is_by_conversation()) return;
    for (Recipient& recipient : found.recipients) {
        if (!can_text(recipient.verdict)) continue;
        if (const auto line = services_.conversations.latest_line(recipient.number, lines)) {
            found.lines[recipient.number] = *line;
        } else if (line_.is_by_conversation()) {
            recipient.verdict = Verdict::no_line;
            recipient.reason = reason_of_no_line(recipient.name);
        }
    }
}

/// A host of 1.1 names the user's own branch alone.
void RecipientLookup::name_branches(FoundRecipients& found) const {
    for (Recipient& recipient : found.recipients) {
        if (recipient.branch_name.empty() && recipient.branch_id == sender_.branch_id)
            recipient.branch_name = sender_.branch_name;
    }
}

}  // namespace send_text
