#include "compose/preview_dialog.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "body/body_segments.hpp"
#include "compose/body_note.hpp"
#include "core/phone_format.hpp"
#include "dialogs/patch.hpp"
#include "dialogs/view.hpp"

namespace send_text {
namespace {

using nlohmann::json;

class PreviewDialog final : public Dialog {
  public:
    PreviewDialog(DialogSet& dialogs, std::shared_ptr<const MessageDraft> draft, std::size_t shown)
        : Dialog(dialogs), draft_(std::move(draft)), shown_(shown) {}

    json view() const override { return view::dialog("send_text.preview", "Preview", elements(), buttons()); }

  protected:
    void on_pressed(const std::string& button, const json& /*values*/) override {
        if (button == "close") return close();
        const std::size_t count = draft_->texts().size();
        if (button == "previous" && shown_ > 0) --shown_;
        if (button == "next" && shown_ + 1 < count) ++shown_;
        if (button == "longest") shown_ = draft_->longest_text();
        update({patch::replace_elements(elements()), patch::replace_buttons(buttons())});
    }

  private:
    json elements() const {
        if (draft_->texts().empty()) {
            return json::array(
                {view::Text("to", "There is nobody here who can be texted.").severity("warning")});
        }
        const Rendering rendering = draft_->rendering(shown_);
        const bool can_be_sent = !rendering.problem;
        const std::string of_all =
            std::to_string(shown_ + 1) + " of " + std::to_string(draft_->texts().size());
        return {
            view::Text("to", of_all + ": to " + people(draft_->texts()[shown_])).severity("info"),
            view::Text("message", can_be_sent ? rendering.body : rendering.problem->reason)
                .severity(can_be_sent ? "info" : "error"),
            view::Text("cost", can_be_sent ? describe_cost(rendering.body) : std::string()).severity("info")};
    }

    /// "Ann Poe and Bob Poe, (651) 556-5757, worded for Ann Poe."
    static std::string people(const DraftText& text) {
        std::string names;
        const std::size_t count = text.recipients.size();
        for (std::size_t at = 0; at < count; ++at) {
            names += at == 0 ? "" : at + 1 == count ? " and " : ", ";
            names += text.recipients[at].values->person;
        }
        names += ", " + national_format(text.number.str());
        if (count > 1) names += ", worded for " + text.recipients.front().values->person;
        return names + ".";
    }

    static std::string describe_cost(const std::string& body) {
        const std::string forcing = describe_forcing_characters(body);
        return describe_counts(count_segments(body)) + (forcing.empty() ? "" : ". " + forcing);
    }

    json buttons() const {
        const std::size_t count = draft_->texts().size();
        const auto button = [](const char* id, const char* label, bool is_enabled, const char* refusal) {
            return view::Button(id, label).disabled_because(is_enabled ? std::nullopt
                                                                       : std::optional(Refusal{refusal}));
        };
        json buttons = json::array();
        if (count > 1) {
            buttons.push_back(button("previous", "Previous", shown_ > 0, "This is the first."));
            buttons.push_back(button("next", "Next", shown_ + 1 < count, "This is the last."));
            buttons.push_back(
                button("longest", "Longest", shown_ != draft_->longest_text(), "This is the longest."));
        }
        buttons.push_back(view::Button("close", "Close").as_cancel());
        return buttons;
    }

    std::shared_ptr<const MessageDraft> draft_;
    std::size_t shown_;
};

}  // namespace

void show_preview(DialogSet& dialogs, std::shared_ptr<const MessageDraft> draft, std::size_t first) {
    dialogs.open<PreviewDialog>(dialogs, std::move(draft), first);
}

}  // namespace send_text
