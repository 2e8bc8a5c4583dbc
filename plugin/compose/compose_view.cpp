#include "compose/compose_view.hpp"

#include <nlohmann/json.hpp>

#include "recipients/phone_format.hpp"

namespace send_text {
namespace {

using nlohmann::json;

// Where the elements stand in the view, for the patches below.
constexpr const char* summary_path = "/elements/0";
constexpr const char* rows_path = "/elements/1/rows/";
constexpr const char* line_path = "/elements/2";
constexpr const char* template_path = "/elements/3";
constexpr const char* message_path = "/elements/4";
constexpr const char* note_path = "/elements/4/note";
constexpr const char* error_path = "/elements/4/error";
constexpr const char* inserts_path = "/elements/4/inserts";
constexpr const char* fields_path = "/elements/5";
constexpr const char* draft_path = "/elements/6";
constexpr const char* buttons_path = "/buttons";

json summary_element(const ComposeTexts& texts) {
    return {{"kind", "text"}, {"id", "summary"}, {"text", texts.summary}, {"severity", texts.severity}};
}

json draft_element(const ComposeTexts& texts) {
    return {{"kind", "text"}, {"id", "draft"}, {"text", texts.draft}};
}

json buttons(const ComposeTexts& texts) {
    json buttons = {{{"id", "send"},
                     {"label", texts.send_label},
                     {"role", "default"},
                     {"enabled", texts.why_not_send.empty()},
                     {"reason", texts.why_not_send}},
                    {{"id", "cancel"}, {"label", "Cancel"}, {"role", "cancel"}}};
    const auto offer = [&](bool is_offered, const char* id, const char* label) {
        if (is_offered) buttons.push_back({{"id", id}, {"label", label}});
    };
    offer(!texts.draft.empty(), "discard_draft", "Discard draft");
    offer(texts.offers_plain_characters, "use_plain_characters", "Use plain characters");
    offer(texts.offers_preview, "preview", "Preview");
    offer(texts.offers_to_keep, "keep_template", "Save as template");
    offer(texts.offers_to_manage, "manage_templates", "Manage templates");
    return buttons;
}

const char* mark_of(const Recipient& recipient, const RowRemark& remark) {
    if (remark.is_rejection || !can_text(recipient.verdict)) return "rejected";
    return recipient.reason.empty() && remark.words.empty() ? "ok" : "warning";
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
    if (can_text(recipient.verdict)) actions.push_back({{"id", "preview"}, {"label", "Preview"}});
    return actions;
}

json operation(const char* op, const std::string& path, json value) {
    return {{"op", op}, {"path", path}, {"value", std::move(value)}};
}

}  // namespace

json compose_view(const ComposeTexts& texts, const json& line, const MessageField& message) {
    const json recipients = {{"kind", "rows"},
                             {"id", "recipients"},
                             {"label", "Recipients"},
                             {"rows", json::array()},
                             {"empty_text", "No recipients"}};
    return {{"name", "send_text.compose"},
            {"title", "Send Text"},
            {"elements",
             {summary_element(texts), recipients, line, message.template_element(), message.element(),
              message.fields_element(), draft_element(texts)}},
            {"buttons", buttons(texts)}};
}

json compose_row(const Recipient& recipient, const RowRemark& remark) {
    const std::string space = recipient.reason.empty() || remark.words.empty() ? "" : " ";
    return {{"id", row_id(recipient.record)},
            {"title", recipient.name},
            {"detail", detail_of(recipient)},
            {"mark", mark_of(recipient, remark)},
            {"note", recipient.reason + space + remark.words},
            {"actions", actions_of(recipient)}};
}

std::string label_of(const ContactMethod& method, const std::string& number) {
    const std::string shown = number.empty() ? method.value : national_format(number);
    return (method.id == 0 ? "This text only" : words_of(method.type)) + (" " + shown);
}

std::string row_id(const RecordRef& record) {
    return (record.kind == RecordKind::contact ? "contact:" : "employee:") + std::to_string(record.id);
}

json patch_texts(const ComposeTexts& texts) {
    return {operation("replace", summary_path, summary_element(texts)),
            operation("replace", draft_path, draft_element(texts)),
            operation("replace", buttons_path, buttons(texts))};
}

json patch_line(const json& line) {
    return json::array({operation("replace", line_path, line)});
}

json patch_note(const MessageField& message, const std::string& note) {
    return {operation("replace", note_path, note), operation("replace", error_path, message.error())};
}

json patch_fields(const MessageField& message) {
    return {operation("replace", inserts_path, message.inserts()),
            operation("replace", fields_path, message.fields_element())};
}

json patch_template(const MessageField& message) {
    return json::array({operation("replace", template_path, message.template_element())});
}

json patch_message(const MessageField& message) {
    return {operation("replace", template_path, message.template_element()),
            operation("replace", message_path, message.element())};
}

json patch_add_row(const Recipient& recipient) {
    return operation("add", std::string(rows_path) + "-", compose_row(recipient));
}

json patch_replace_row(std::size_t index, const Recipient& recipient, const RowRemark& remark) {
    return operation("replace", rows_path + std::to_string(index), compose_row(recipient, remark));
}

json patch_remove_row(std::size_t index) {
    return {{"op", "remove"}, {"path", rows_path + std::to_string(index)}};
}

}  // namespace send_text
