#include "compose/sending/sent_dialogs.hpp"

#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "compose/compose_view.hpp"
#include "compose/sending/confirmation_dialog.hpp"
#include "compose/sending/invalid_words.hpp"

namespace send_text {
namespace {

using nlohmann::json;

Addressees addressees_of(const SentRequest& sent) {
    Addressees addressees{sent.people, {}};
    for (const Recipient& recipient : sent.recipients) {
        if (recipient.number.empty()) continue;
        std::string& names = addressees.names[recipient.number];
        names += (names.empty() ? "" : ", ") + recipient.name;
    }
    return addressees;
}

void confirm(const ComposeServices& services, const SentRequest& sent) {
    ConfirmationDialog::open(services, sent.request_id, static_cast<std::int64_t>(sent.texts),
                             addressees_of(sent));
}

/// Who got no text, and why. The confirmation, which follows, tells what becomes of the others.
class InvalidDialog final : public Dialog {
  public:
    static void open(const ComposeServices& services, const std::vector<Recipient>& invalid,
                     const SentRequest& sent) {
        json rows = json::array();
        for (const Recipient& recipient : invalid)
            rows.push_back(compose_row(recipient));
        for (json& row : rows)
            row.erase("actions");
        const InvalidWords words = words_of_invalid(invalid);
        services.dialogs.open<InvalidDialog>(
            {{"name", "send_text.invalid"},
             {"title", words.title},
             {"elements",
              {{{"kind", "text"}, {"id", "summary"}, {"text", words.summary}, {"severity", "error"}},
               {{"kind", "rows"}, {"id", "invalid"}, {"label", words.label}, {"rows", std::move(rows)}}}},
             {"buttons", json::array({{{"id", "continue"}, {"label", "Continue"}, {"role", "default"}}})}},
            services, sent);
    }

    InvalidDialog(std::uint64_t id, const ComposeServices& services, SentRequest sent)
        : id_(id), services_(services), sent_(std::move(sent)) {}

    void on_event(const json& event) override {
        if (event.at("event") != "pressed" || event.at("button") != "continue") return;
        confirm(services_, sent_);  // first: when it cannot be shown, this one stays
        services_.dialogs.close(id_);
    }

  private:
    std::uint64_t id_;
    ComposeServices services_;
    SentRequest sent_;
};

}  // namespace

void show_sent(const ComposeServices& services, const SentRequest& sent) {
    std::vector<Recipient> invalid;
    for (const Recipient& recipient : sent.recipients) {
        if (!can_text(recipient.verdict)) invalid.push_back(recipient);
    }
    if (invalid.empty()) {
        confirm(services, sent);
    } else {
        InvalidDialog::open(services, invalid, sent);
    }
}

}  // namespace send_text
