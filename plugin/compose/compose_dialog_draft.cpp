// How a compose dialog keeps what was typed, and asks before it is lost.

#include <utility>

#include <nlohmann/json.hpp>

#include "compose/compose_dialog.hpp"
#include "compose/question_dialog.hpp"
#include "core/local_time.hpp"

namespace send_text {
namespace {

/// Who has typed no more than a few words is not asked.
constexpr std::size_t max_characters_lost_unasked = 20;

}  // namespace

/// Puts there what was typed to the same people earlier, unless something was typed meanwhile.
void ComposeDialog::bring_back_draft(const std::vector<RecordRef>& records) {
    draft_.id = {message_.sender().rep_id, key_of_recipients(records)};
    services_.desk.post([&drafts = services_.drafts, id = draft_.id, post = poster()] {
        std::optional<Draft> found = drafts.find(id);
        if (!found) return;
        post([draft = std::move(*found)](ComposeDialog& dialog) { dialog.bring_back(draft); });
    });
}

void ComposeDialog::bring_back(const Draft& draft) {
    if (!message_.message().empty()) return;
    draft_ = draft;
    message_.write_anew(draft.body, draft.template_id);
    services_.dialogs.update(id_, patch_message(message_));
    go_through_message();
    draft_words_ = "Your draft from " +
                   local_time_text(draft.typed_ms, services_.clock.now_ms(), message_.sender().time_zone) +
                   " is back.";
    show_message();
}

/// The message is another one.
void ComposeDialog::keep_draft() {
    if (message_.message() == draft_.body) return;
    draft_words_.clear();
    const auto begun_with = message_.chosen_template();
    draft_.body = message_.message();
    draft_.template_id = begun_with ? begun_with->id : 0;
    if (draft_.body.empty() || message_.is_untouched_template()) return forget_draft();
    draft_.typed_ms = services_.clock.now_ms();
    services_.drafts.keep(draft_);
}

/// If there is one.
void ComposeDialog::forget_draft() {
    if (std::exchange(draft_.typed_ms, 0) != 0) services_.drafts.forget(draft_.id);
}

void ComposeDialog::discard_draft() {
    if (draft_words_.empty()) return;
    message_.write_anew({}, 0);
    services_.dialogs.update(id_, patch_message(message_));
    message_changed();
}

void ComposeDialog::cancel() {
    if (stage_ == Stage::saving) return services_.dialogs.close(id_);
    const auto discard = [](ComposeDialog& dialog) {
        if (dialog.stage_ != Stage::saving) dialog.forget_draft();
        dialog.services_.dialogs.close(dialog.id_);
    };
    if (message_.own_characters() <= max_characters_lost_unasked) return discard(*this);
    ask_first(
        {"send_text.discard", "Discard this message?", "It has not been sent.", "Discard", "Keep writing"},
        discard);
}

void ComposeDialog::choose_template(const std::string& value) {
    if (stage_ == Stage::saving) return;
    const auto choose = [value](ComposeDialog& dialog) {
        if (dialog.stage_ == Stage::saving) return;
        dialog.message_.choose_template(value);
        dialog.services_.dialogs.update(dialog.id_, patch_message(dialog.message_));
        dialog.message_changed();
    };
    if (message_.own_characters() <= max_characters_lost_unasked) return choose(*this);
    services_.dialogs.update(id_, patch_template(message_));  // as it is until the answer
    ask_first({"send_text.replace", "Replace what you wrote?",
               value.empty() ? "Your changes to the template will be lost."
                             : "The template will replace your message.",
               "Replace", "Keep writing"},
              choose);
}

/// One question at a time.
void ComposeDialog::ask_first(const Question& question, const Task& task) {
    if (!question_.expired()) return;
    question_ = ask(services_.dialogs, question, [self = weak_from_this(), task] {
        if (const auto dialog = self.lock()) task(*dialog);
    });
}

}  // namespace send_text
