#include "compose/compose_view.hpp"

#include <nlohmann/json.hpp>

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
                     {"enabled", !texts.sending_refusal},
                     {"reason", reason_or_empty(texts.sending_refusal)}},
                    {{"id", "cancel"}, {"label", "Cancel"}, {"role", "cancel"}}};
    const auto offer = [&](bool is_offered, const char* id, const char* label) {
        if (is_offered) buttons.push_back({{"id", id}, {"label", label}});
    };
    offer(!texts.draft.empty(), "discard_draft", "Discard draft");
    offer(texts.offers_plain_characters, "use_plain_characters", "Use plain characters");
    offer(texts.offers_preview, "preview", "Preview");
    offer(texts.offers_to_keep, "keep_template", "Save as template");
    offer(texts.offers_to_manage, "manage_templates", "Manage templates");
    if (texts.offers_to_remove_rejected) {
        buttons.push_back(
            {{"id", "remove_rejected"}, {"label", "Remove all rejected"}, {"beside", "recipients"}});
    }
    return buttons;
}

json operation(const char* op, const std::string& path, json value) {
    return {{"op", op}, {"path", path}, {"value", std::move(value)}};
}

}  // namespace

json compose_view(const ComposeTexts& texts, const json& line, const MessageField& message) {
    return {{"name", "send_text.compose"},
            {"title", "Send Text"},
            {"elements",
             {summary_element(texts), recipient_rows("recipients", "Recipients"), line,
              message.template_element(), message.element(), message.fields_element(), draft_element(texts)}},
            {"buttons", buttons(texts)}};
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
    return operation("add", std::string(rows_path) + "-", recipient_row(recipient));
}

json patch_replace_row(std::size_t index, const Recipient& recipient, const RowRemark& remark) {
    return operation("replace", rows_path + std::to_string(index), recipient_row(recipient, remark));
}

json patch_remove_row(std::size_t index) {
    return {{"op", "remove"}, {"path", rows_path + std::to_string(index)}};
}

}  // namespace send_text
