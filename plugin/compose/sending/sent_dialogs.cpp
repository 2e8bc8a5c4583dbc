#include "compose/sending/sent_dialogs.hpp"

#include <utility>

#include "compose/recipient_row.hpp"
#include "compose/sending/confirmation_dialog.hpp"
#include "dialogs/patch.hpp"
#include "dialogs/view.hpp"

namespace send_text {
namespace {

using nlohmann::json;

constexpr patch::Element invalid_place(1);  // in the view of those who got no text

void confirm(const ComposeServices& services, const CommittedRequest& committed) {
    ConfirmationDialog::open(services, committed.id, static_cast<std::int64_t>(committed.sent->texts),
                             committed.sent->addressees);
}

/// Who got no text, and why. The confirmation, which follows, tells what becomes of the others.
class InvalidDialog final : public Dialog {
  public:
    static void open(const ComposeServices& services, const CommittedRequest& committed) {
        const auto dialog = services.dialogs.open<InvalidDialog>(services, committed);
        for (std::size_t piece = 1; piece < committed.sent->invalid_rows.size(); ++piece) {
            services.main_thread.post(
                if_open(*dialog, [piece](const InvalidDialog& open) { open.show_rows(piece); }));
        }
    }

    InvalidDialog(const ComposeServices& services, CommittedRequest committed)
        : Dialog(services.dialogs), services_(services), committed_(std::move(committed)) {}

    json view() const override {
        const InvalidWords& words = committed_.sent->invalid_words;
        json list = recipient_rows("invalid", words.label.c_str());
        for (const json& operation : committed_.sent->invalid_rows.front())
            list["rows"].push_back(operation.at("value"));
        return view::dialog("send_text.invalid", words.title,
                            {view::Text("summary", words.summary).severity("error"), std::move(list),
                             view::Text("others", words.others)},
                            json::array({view::Button("continue", "Continue").as_default()}));
    }

  protected:
    void on_pressed(const std::string& button, const json& /*values*/) override {
        if (button != "continue") return;
        confirm(services_, committed_);  // first: when it cannot be shown, this one stays
        close();
    }

  private:
    void show_rows(std::size_t piece) const { update(committed_.sent->invalid_rows[piece]); }

    ComposeServices services_;
    CommittedRequest committed_;
};

}  // namespace

SentRequest::SentRequest(std::size_t texts_sent, const std::vector<Recipient>& recipients)
    : texts(texts_sent) {
    Addressees reached;
    std::vector<Recipient> invalid;
    json rows = json::array();
    for (const Recipient& recipient : recipients) {
        if (can_text(recipient.verdict)) ++reached.people;
        if (!recipient.number.empty()) {
            std::string& names = reached.names[recipient.number];
            names += (names.empty() ? "" : ", ") + recipient.name;
        }
        if (can_text(recipient.verdict)) continue;
        json row = recipient_row(recipient);
        row.erase("actions");
        rows.push_back(invalid_place.add_row(std::move(row)));
        invalid.push_back(recipient);
    }
    addressees = std::make_shared<const Addressees>(std::move(reached));
    if (invalid.empty()) return;
    invalid_words = describe_invalid(invalid, addressees->people);
    invalid_rows = patch::split_operations(std::move(rows));
}

void show_sent(const ComposeServices& services, const CommittedRequest& committed) {
    if (committed.sent->invalid_rows.empty()) {
        confirm(services, committed);
    } else {
        InvalidDialog::open(services, committed);
    }
}

}  // namespace send_text
