// How a compose dialog keeps what was typed, and asks before it is lost.

#include <utility>

#include <nlohmann/json.hpp>

#include "compose/compose_dialog.hpp"
#include "core/local_time.hpp"
#include "dialogs/view.hpp"

namespace send_text {
namespace {

/// Who has typed no more than a few words is not asked.
constexpr std::size_t max_characters_lost_unasked = 20;

Question question(const char* name, const char* title, const char* words, const char* yes) {
    return {name, title, view::Text("question", words), view::Button("no", "Keep writing").as_default(),
            view::Button("yes", yes)};
}

}  // namespace

/// Puts there what was typed to the same people earlier, unless something was typed meanwhile.
void ComposeDialog::find_draft() {
    services_.desk.post([&drafts = services_.drafts, id = draft_.id(), post = poster()] {
        std::optional<Draft> found = drafts.find(id);
        if (!found) return;
        post([draft = std::move(*found)](ComposeDialog& dialog) { dialog.restore_draft(draft); });
    });
}

void ComposeDialog::restore_draft(const Draft& draft) {
    if (!content_.message.message().empty()) return;
    draft_.brought_back(draft);
    content_.message.rewrite(draft.body, draft.template_id);
    update(patch_message(content_.message));
    survey_message();
    content_.draft_words =
        "Your draft from " +
        local_time_text(draft.typed_at, services_.clock.now(), content_.message.sender().time_zone) +
        " is back.";
    show_message();
}

void ComposeDialog::discard_draft() {
    if (content_.draft_words.empty()) return;
    content_.message.rewrite({}, 0);
    update(patch_message(content_.message));
    message_changed();
}

void ComposeDialog::cancel() {
    if (content_.stage == ComposeStage::saving) return close();
    const auto discard = [](ComposeDialog& dialog) {
        if (dialog.content_.stage != ComposeStage::saving) dialog.draft_.forget();
        dialog.close();
    };
    if (content_.message.own_characters() <= max_characters_lost_unasked) return discard(*this);
    ask_first(question("send_text.discard", "Discard this message?", "It has not been sent.", "Discard"),
              discard);
}

void ComposeDialog::choose_template(const std::string& value) {
    if (content_.stage == ComposeStage::saving) return;
    const auto choose = [value](ComposeDialog& dialog) {
        if (dialog.content_.stage == ComposeStage::saving) return;
        dialog.content_.message.choose_template(value);
        dialog.update(patch_message(dialog.content_.message));
        dialog.message_changed();
    };
    if (content_.message.own_characters() <= max_characters_lost_unasked) return choose(*this);
    update(patch_template(content_.message));  // as it is until the answer
    ask_first(question("send_text.replace", "Replace what you wrote?",
                       value.empty() ? "Your changes to the template will be lost."
                                     : "The template will replace your message.",
                       "Replace"),
              choose);
}

/// One question at a time.
void ComposeDialog::ask_first(const Question& question, const Task& task) {
    if (!question_.expired()) return;
    question_ = services_.dialogs.open<QuestionDialog>(services_.dialogs, question, if_open(*this, task));
}

}  // namespace send_text
