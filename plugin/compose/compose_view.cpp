#include "compose/compose_view.hpp"

#include <nlohmann/json.hpp>

#include "body/body_problem.hpp"
#include "recipients/phone_format.hpp"

namespace send_text {
namespace {

using nlohmann::json;

// Where the elements stand in the view, for the patches below.
constexpr const char* summary_path = "/elements/0";
constexpr const char* rows_path = "/elements/1/rows/";
constexpr const char* line_path = "/elements/2";
constexpr const char* body_path = "/elements/3";
constexpr const char* body_note_path = "/elements/3/note";
constexpr const char* buttons_path = "/buttons";

json summary_element(const ComposeTexts& texts) {
    return {{"kind", "text"}, {"id", "summary"}, {"text", texts.summary}, {"severity", texts.severity}};
}

json body_element(const std::string& field, const std::string& value, const std::string& note) {
    return {{"kind", "text_area"},
            {"id", field},
            {"label", "Message"},
            {"value", value},
            {"max_characters", longest_body_characters},
            {"note", note}};
}

json buttons(const ComposeTexts& texts) {
    json buttons = {{{"id", "send"},
                     {"label", texts.send_label},
                     {"role", "default"},
                     {"enabled", texts.why_not_send.empty()},
                     {"reason", texts.why_not_send}},
                    {{"id", "cancel"}, {"label", "Cancel"}, {"role", "cancel"}}};
    if (texts.offers_plain_characters)
        buttons.push_back({{"id", "use_plain_characters"}, {"label", "Use plain characters"}});
    return buttons;
}

const char* mark_of(Verdict verdict) {
    if (verdict == Verdict::ok) return "ok";
    return can_text(verdict) ? "warning" : "rejected";
}

/// "Cell Phone (651) 556-5757; also Home Phone (651) 555-1204"
std::string detail_of(const Recipient& recipient) {
    if (!recipient.method) return {};
    std::string detail = label_of(*recipient.method, recipient.number);
    for (std::size_t index = 0; index < recipient.others.size(); ++index) {
        const Candidate& other = recipient.others[index];
        detail += (index == 0 ? "; also " : ", ") + label_of(other.method, other.number);
    }
    return detail;
}

json actions_of(const Recipient& recipient) {
    json actions = json::array({{{"id", "remove"}, {"label", "Remove"}}});
    if (recipient.verdict != Verdict::record_gone)
        actions.push_back({{"id", "change_number"}, {"label", "Change number"}});
    return actions;
}

json operation(const char* op, const std::string& path, json value) {
    return {{"op", op}, {"path", path}, {"value", std::move(value)}};
}

}  // namespace

json compose_view(const ComposeTexts& texts, const json& line) {
    const json recipients = {{"kind", "rows"},
                             {"id", "recipients"},
                             {"label", "Recipients"},
                             {"rows", json::array()},
                             {"empty_text", "No recipients"}};
    const json body = body_element(body_field_id(1), "", texts.body_note);
    return {{"name", "send_text.compose"},
            {"title", "Send Text"},
            {"elements", {summary_element(texts), recipients, line, body}},
            {"buttons", buttons(texts)}};
}

json compose_row(const Recipient& recipient) {
    return {{"id", row_id(recipient.record)}, {"title", recipient.name},
            {"detail", detail_of(recipient)}, {"mark", mark_of(recipient.verdict)},
            {"note", recipient.reason},       {"actions", actions_of(recipient)}};
}

std::string label_of(const ContactMethod& method, const std::string& number) {
    const std::string shown = number.empty() ? method.value : national_format(number);
    return (method.id == 0 ? "This text only" : words_of(method.type)) + (" " + shown);
}

std::string row_id(const RecordRef& record) {
    return (record.kind == RecordKind::contact ? "contact:" : "employee:") + std::to_string(record.id);
}

std::string body_field_id(std::size_t number) {
    return number == 1 ? "body" : "body_" + std::to_string(number);
}

json patch_texts(const ComposeTexts& texts) {
    return {operation("replace", summary_path, summary_element(texts)),
            operation("replace", body_note_path, texts.body_note),
            operation("replace", buttons_path, buttons(texts))};
}

json patch_line(const json& line) {
    return json::array({operation("replace", line_path, line)});
}

json patch_body(const std::string& field, const std::string& value) {
    return json::array({operation("replace", body_path, body_element(field, value, ""))});
}

json patch_add_row(const Recipient& recipient) {
    return operation("add", std::string(rows_path) + "-", compose_row(recipient));
}

json patch_replace_row(std::size_t index, const Recipient& recipient) {
    return operation("replace", rows_path + std::to_string(index), compose_row(recipient));
}

json patch_remove_row(std::size_t index) {
    return {{"op", "remove"}, {"path", rows_path + std::to_string(index)}};
}

}  // namespace send_text
