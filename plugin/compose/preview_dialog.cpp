#include "compose/preview_dialog.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "body/body_segments.hpp"
#include "compose/body_note.hpp"
#include "compose/templates/template_services.hpp"
#include "core/phone_format.hpp"

namespace send_text {
namespace {

using nlohmann::json;

class PreviewDialog final : public Dialog {
  public:
    PreviewDialog(std::uint64_t id, DialogSet& dialogs, std::shared_ptr<const MessageDraft> draft,
                  std::size_t shown)
        : id_(id), dialogs_(dialogs), draft_(std::move(draft)), shown_(shown) {}

    static json view(const MessageDraft& draft, std::size_t shown) {
        return {{"name", "send_text.preview"},
                {"title", "Preview"},
                {"elements", elements(draft, shown)},
                {"buttons", buttons(draft, shown)}};
    }

    void on_event(const json& event) override {
        if (event.at("event") != "pressed") return;
        const auto& button = event.at("button").get_ref<const std::string&>();
        if (button == "close") return close_window(dialogs_, id_);
        const std::size_t count = draft_->texts().size();
        if (button == "previous" && shown_ > 0) --shown_;
        if (button == "next" && shown_ + 1 < count) ++shown_;
        if (button == "longest") shown_ = draft_->longest_text();
        dialogs_.update(id_,
                        {{{"op", "replace"}, {"path", "/elements"}, {"value", elements(*draft_, shown_)}},
                         {{"op", "replace"}, {"path", "/buttons"}, {"value", buttons(*draft_, shown_)}}});
    }

  private:
    static json text(const char* id, const std::string& words, const char* severity = "info") {
        return {{"kind", "text"}, {"id", id}, {"text", words}, {"severity", severity}};
    }

    static json elements(const MessageDraft& draft, std::size_t shown) {
        if (draft.texts().empty())
            return json::array({text("to", "There is nobody here who can be texted.", "warning")});
        const Rendering rendering = draft.rendering(shown);
        const bool can_be_sent = !rendering.problem;
        const std::string of_all = std::to_string(shown + 1) + " of " + std::to_string(draft.texts().size());
        return {text("to", of_all + ": to " + people(draft.texts()[shown])),
                can_be_sent ? text("message", rendering.body)
                            : text("message", rendering.problem->reason, "error"),
                text("cost", can_be_sent ? describe_cost(rendering.body) : std::string())};
    }

    /// "Ann Poe and Bob Poe, (651) 556-5757, worded for Ann Poe."
    static std::string people(const DraftText& text) {
        std::string names;
        const std::size_t count = text.recipients.size();
        for (std::size_t at = 0; at < count; ++at) {
            names += at == 0 ? "" : at + 1 == count ? " and " : ", ";
            names += text.recipients[at].values->person;
        }
        names += ", " + national_format(text.number);
        if (count > 1) names += ", worded for " + text.recipients.front().values->person;
        return names + ".";
    }

    static std::string describe_cost(const std::string& body) {
        const std::string forcing = describe_forcing_characters(body);
        return describe_counts(count_segments(body)) + (forcing.empty() ? "" : ". " + forcing);
    }

    static json buttons(const MessageDraft& draft, std::size_t shown) {
        const std::size_t count = draft.texts().size();
        const auto button = [](const char* id, const char* label, bool is_enabled, const char* refusal) {
            return json{
                {"id", id}, {"label", label}, {"enabled", is_enabled}, {"reason", is_enabled ? "" : refusal}};
        };
        json buttons = json::array();
        if (count > 1) {
            buttons.push_back(button("previous", "Previous", shown > 0, "This is the first."));
            buttons.push_back(button("next", "Next", shown + 1 < count, "This is the last."));
            buttons.push_back(
                button("longest", "Longest", shown != draft.longest_text(), "This is the longest."));
        }
        buttons.push_back({{"id", "close"}, {"label", "Close"}, {"role", "cancel"}});
        return buttons;
    }

    std::uint64_t id_;
    DialogSet& dialogs_;
    std::shared_ptr<const MessageDraft> draft_;
    std::size_t shown_;
};

}  // namespace

void show_preview(DialogSet& dialogs, std::shared_ptr<const MessageDraft> draft, std::size_t first) {
    const json view = PreviewDialog::view(*draft, first);
    dialogs.open<PreviewDialog>(view, dialogs, std::move(draft), first);
}

}  // namespace send_text
