#include "compose/recipient_row.hpp"

#include <charconv>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/phone_format.hpp"
#include "dialogs/view.hpp"
#include "recipients/verdict_words.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr std::string_view employee_row = "employee:";
constexpr std::string_view contact_row = "contact:";

const char* mark_of(const Recipient& recipient, const RowRemark& remark) {
    if (remark.is_rejection || !can_text(recipient.verdict)) return "rejected";
    return recipient.reason.empty() && remark.words.empty() ? "ok" : "warning";
}

/// As a column has room for; the reason says more.
const char* describe(Verdict verdict) {
    switch (verdict) {
        case Verdict::ok:
            return "Can be texted";
        case Verdict::extension_dropped:
            return "Without its extension";
        case Verdict::shares_number:
            return "Shares a number";
        case Verdict::missing:
            return "No number";
        case Verdict::not_a_number:
            return "Not a number";
        case Verdict::too_short:
            return "Too short";
        case Verdict::too_long:
            return "Too long";
        case Verdict::not_in_service:
            return "Not in service";
        case Verdict::cannot_receive:
            return "Takes no texts";
        case Verdict::record_gone:
            return "Record is gone";
        case Verdict::local_only:
            return "No area code";
        case Verdict::opted_out:
            return "Opted out";
        case Verdict::outside_hours:
            return "Waits for its hours";
        case Verdict::no_line:
            return "No line to text from";
        case Verdict::held:
            return "Not to be texted";
        case Verdict::insisted:
            return "Texted anyway";
        case Verdict::unspecified:
            break;
    }
    return "Not judged";
}

std::string branch_of(const Recipient& recipient) {
    if (!recipient.branch_name.empty() || recipient.branch_id == 0) return recipient.branch_name;
    return "Branch " + std::to_string(recipient.branch_id);
}

std::string number_of(const Recipient& recipient) {
    return recipient.method ? label_of(*recipient.method, recipient.number) : std::string();
}

/// "Cell Phone (651) 556-5757 (employee 5814, Memphis NE)": for hosts without a table.
std::string detail_of(const Recipient& recipient) {
    const std::string number = number_of(recipient);
    const std::string branch = branch_of(recipient);
    return number + (number.empty() ? "(" : " (") + describe(recipient.record) +
           (branch.empty() ? "" : ", " + branch) + ")";
}

std::vector<view::Action> actions_of(const Recipient& recipient) {
    std::vector<view::Action> actions = {{"remove", "Remove"}};
    if (recipient.verdict != Verdict::record_gone) actions.push_back({"change_number", "Change number"});
    if (can_text(recipient.verdict)) actions.push_back({"preview", "Preview"});
    return actions;
}

const char* kind_of(const RecordRef& record) {
    return record.kind == RecordKind::contact ? "contact" : "employee";
}

}  // namespace

json recipient_rows(const char* id, const char* label) {
    return view::Rows(id, label)
        .columns({{"title", "Name", 1.3},
                  {"id", "ID", 0.8},
                  {"branch", "Branch", 0.9},
                  {"number", "Number", 1.7},
                  {"verdict", "Status", 1.1}})
        .rejected_first()
        .filter()
        .empty_text("No recipients");
}

json recipient_row(const Recipient& recipient, const RowRemark& remark) {
    const std::string space = recipient.reason.empty() || remark.words.empty() ? "" : " ";
    const bool lacks_value = remark.is_rejection && can_text(recipient.verdict);
    return view::Row(row_id(recipient.record), recipient.name)
        .detail(detail_of(recipient))
        .record(kind_of(recipient.record), recipient.record.id)
        .cells({{"id", std::to_string(recipient.record.id)},
                {"branch", branch_of(recipient)},
                {"number", number_of(recipient)},
                {"verdict", lacks_value ? "Field is empty" : describe(recipient.verdict)}})
        .mark(mark_of(recipient, remark))
        .note(recipient.reason + space + remark.words)
        .actions(actions_of(recipient));
}

std::string label_of(const ContactMethod& method, const E164& number) {
    const std::string shown = number.empty() ? method.value : national_format(number.str());
    return (method.id == 0 ? "This text only" : describe(method.type)) + (" " + shown);
}

std::string row_id(const RecordRef& record) {
    return std::string(record.kind == RecordKind::contact ? contact_row : employee_row) +
           std::to_string(record.id);
}

std::optional<RecordRef> record_of_row(const std::string& id) {
    RecordRef record;
    record.kind = id.starts_with(contact_row) ? RecordKind::contact : RecordKind::employee;
    const std::string_view prefix = record.kind == RecordKind::contact ? contact_row : employee_row;
    if (!id.starts_with(prefix)) return std::nullopt;
    const char* const end = id.data() + id.size();
    const auto [read_to, error] = std::from_chars(id.data() + prefix.size(), end, record.id);
    if (error != std::errc() || read_to != end) return std::nullopt;
    return record;
}

}  // namespace send_text
