#include "compose/compose_view.hpp"

#include <nlohmann/json.hpp>

#include "dialogs/patch.hpp"
#include "dialogs/view.hpp"

namespace send_text {
namespace {

using nlohmann::json;

// Where the elements stand in the view.
constexpr patch::Element summary_place(0);
constexpr patch::Element rows_place(1);
constexpr patch::Element line_place(2);
constexpr patch::Element template_place(3);
constexpr patch::Element message_place(4);
constexpr patch::Element fields_place(5);
constexpr patch::Element draft_place(6);

json summary_element(const ComposeTexts& texts) {
    return view::Text("summary", texts.summary).severity(texts.severity);
}

json draft_element(const ComposeTexts& texts) {
    return view::Text("draft", texts.draft);
}

json buttons(const ComposeTexts& texts) {
    json buttons = {
        view::Button("send", texts.send_label).as_default().disabled_because(texts.sending_refusal),
        view::Button("cancel", "Cancel").as_cancel()};
    const auto offer = [&](bool is_offered, const char* id, const char* label) {
        if (is_offered) buttons.push_back(view::Button(id, label));
    };
    offer(!texts.draft.empty(), "discard_draft", "Discard draft");
    offer(texts.offers_plain_characters, "use_plain_characters", "Use plain characters");
    offer(texts.offers_preview, "preview", "Preview");
    offer(texts.offers_to_keep, "keep_template", "Save as template");
    offer(texts.offers_to_manage, "manage_templates", "Manage templates");
    if (texts.offers_to_remove_rejected) {
        buttons.push_back(view::Button("remove_rejected", "Remove all rejected").beside("recipients"));
    }
    return buttons;
}

}  // namespace

json compose_view(const ComposeTexts& texts, const json& line, const MessageField& message) {
    return view::dialog(
        "send_text.compose", "Send Text",
        {summary_element(texts), recipient_rows("recipients", "Recipients"), line, message.template_element(),
         message.element(), message.fields_element(), draft_element(texts)},
        buttons(texts));
}

json patch_texts(const ComposeTexts& texts) {
    return {summary_place.replace(summary_element(texts)), draft_place.replace(draft_element(texts)),
            patch::replace_buttons(buttons(texts))};
}

json patch_line(const json& line) {
    return json::array({line_place.replace(line)});
}

json patch_note(const MessageField& message, const std::string& note) {
    return {message_place.replace("note", note), message_place.replace("error", message.error())};
}

json patch_fields(const MessageField& message) {
    return {message_place.replace("inserts", message.inserts()),
            fields_place.replace(message.fields_element())};
}

json patch_template(const MessageField& message) {
    return json::array({template_place.replace(message.template_element())});
}

json patch_message(const MessageField& message) {
    return {template_place.replace(message.template_element()), message_place.replace(message.element())};
}

json patch_add_row(const Recipient& recipient) {
    return rows_place.add_row(recipient_row(recipient));
}

json patch_replace_row(std::size_t index, const Recipient& recipient, const RowRemark& remark) {
    return rows_place.replace_row(index, recipient_row(recipient, remark));
}

json patch_remove_row(std::size_t index) {
    return rows_place.remove_row(index);
}

}  // namespace send_text
