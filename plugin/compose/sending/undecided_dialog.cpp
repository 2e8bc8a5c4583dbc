#include "compose/sending/undecided_dialog.hpp"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "recipients/phone_format.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr std::int64_t ms_per_second = 1000;

std::optional<Decision> decision_of(const std::string& action) {
    if (action == "was_sent") return Decision::was_sent;
    if (action == "send_again") return Decision::send_again;
    if (action == "do_not_send") return Decision::do_not_send;
    return std::nullopt;
}

json row_of(const Text& text) {
    return {{"id", std::to_string(text.id)},
            {"title", national_format(text.number)},
            {"detail", text.body},
            {"mark", "warning"},
            {"note", text.reason},
            {"actions",
             {{{"id", "was_sent"}, {"label", "It was sent"}},
              {{"id", "send_again"}, {"label", "Send it"}},
              {{"id", "do_not_send"}, {"label", "Do not send it"}}}}};
}

json view_of(const std::vector<Text>& texts) {
    json rows = json::array();
    for (const Text& text : texts)
        rows.push_back(row_of(text));
    return {{"name", "send_text.undecided"},
            {"title", "Texts that may not have been sent"},
            {"elements",
             {{{"kind", "text"},
               {"id", "summary"},
               {"text",
                "The carrier cannot tell whether it has these texts. Look in its own application or ask the "
                "person, then say what is to be done, so that nobody is texted twice."},
               {"severity", "warning"}},
              {{"kind", "rows"},
               {"id", "undecided"},
               {"label", "Texts"},
               {"rows", std::move(rows)},
               {"empty_text", "All are decided."}}}},
            {"buttons", json::array({{{"id", "later"}, {"label", "Decide later"}, {"role", "cancel"}}})}};
}

class UndecidedDialog final : public Dialog, public std::enable_shared_from_this<UndecidedDialog> {
  public:
    UndecidedDialog(std::uint64_t id, const ComposeServices& services, std::vector<Text> texts)
        : id_(id), services_(services), texts_(std::move(texts)) {}

    void on_event(const json& event) override {
        if (event.at("event") == "pressed" && event.at("button") == "later") services_.dialogs.close(id_);
        if (event.at("event") != "row_action" || event.at("element") != "undecided") return;
        const std::optional<Decision> decision = decision_of(event.at("action").get<std::string>());
        const auto text = find(event.at("row").get<std::string>());
        if (decision && text != texts_.end()) decide(*text, *decision);
    }

  private:
    std::vector<Text>::iterator find(const std::string& row) {
        return std::find_if(texts_.begin(), texts_.end(),
                            [&](const Text& text) { return std::to_string(text.id) == row; });
    }

    void decide(const Text& text, Decision decision) {
        services_.desk.post([services = services_, decision, id = text.id, request_id = text.request_id,
                             self = weak_from_this()] {
            const std::int64_t window_ms = services.settings.get()->batch_window_seconds * ms_per_second;
            services.outbox.decide(id, decision, services.clock.now_ms(), window_ms);
            services.wake_delivery();
            services.watch.progressed(request_id);
            services.main_thread.post([self, id] {
                if (const auto dialog = self.lock()) dialog->decided(std::to_string(id));
            });
        });
    }

    void decided(const std::string& row) {
        const auto text = find(row);
        if (text == texts_.end()) return;
        const std::string path = "/elements/1/rows/" + std::to_string(text - texts_.begin());
        texts_.erase(text);
        if (texts_.empty()) {
            services_.dialogs.close(id_);
        } else {
            services_.dialogs.update(id_, json::array({{{"op", "remove"}, {"path", path}}}));
        }
    }

    std::uint64_t id_;
    ComposeServices services_;
    std::vector<Text> texts_;
};

}  // namespace

void ask_about_undecided(const ComposeServices& services, std::int64_t rep_id) {
    services.desk.post([services, rep_id] {
        const std::vector<Text> texts = services.outbox.undecided_of(rep_id);
        if (texts.empty()) return;
        services.main_thread.post([services, texts] {
            if (services.dialogs.is_open<UndecidedDialog>()) return;
            services.dialogs.open<UndecidedDialog>(view_of(texts), services, texts);
        });
    });
}

}  // namespace send_text
