#include "compose/sending/sent_dialogs.hpp"

#include <utility>

#include "compose/pieces.hpp"
#include "compose/recipient_row.hpp"
#include "compose/sending/confirmation_dialog.hpp"

namespace send_text {
namespace {

using nlohmann::json;

void confirm(const ComposeServices& services, const CommittedRequest& committed) {
    ConfirmationDialog::open(services, committed.id, static_cast<std::int64_t>(committed.sent->texts),
                             committed.sent->addressees);
}

/// Who got no text, and why. The confirmation, which follows, tells what becomes of the others.
class InvalidDialog final : public Dialog {
  public:
    static void open(const ComposeServices& services, const CommittedRequest& committed) {
        const SentRequest& sent = *committed.sent;
        const InvalidWords& words = sent.invalid_words;
        json list = recipient_rows("invalid", words.label.c_str());
        for (const json& operation : sent.invalid_rows.front())
            list["rows"].push_back(operation.at("value"));
        const auto dialog = services.dialogs.open<InvalidDialog>(
            {{"name", "send_text.invalid"},
             {"title", words.title},
             {"elements",
              {{{"kind", "text"}, {"id", "summary"}, {"text", words.summary}, {"severity", "error"}},
               std::move(list),
               {{"kind", "text"}, {"id", "others"}, {"text", words.others}}}},
             {"buttons", json::array({{{"id", "continue"}, {"label", "Continue"}, {"role", "default"}}})}},
            services, committed);
        for (std::size_t piece = 1; piece < sent.invalid_rows.size(); ++piece) {
            services.main_thread.post([self = std::weak_ptr(dialog), piece] {
                if (const auto window = self.lock()) window->show_rows(piece);
            });
        }
    }

    InvalidDialog(std::uint64_t id, const ComposeServices& services, CommittedRequest committed)
        : id_(id), services_(services), committed_(std::move(committed)) {}

    void on_event(const json& event) override {
        if (event.at("event") != "pressed" || event.at("button") != "continue") return;
        confirm(services_, committed_);  // first: when it cannot be shown, this one stays
        services_.dialogs.close(id_);
    }

  private:
    void show_rows(std::size_t piece) const {
        services_.dialogs.update(id_, committed_.sent->invalid_rows[piece]);
    }

    std::uint64_t id_;
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
        rows.push_back({{"op", "add"}, {"path", "/elements/1/rows/-"}, {"value", std::move(row)}});
        invalid.push_back(recipient);
    }
    addressees = std::make_shared<const Addressees>(std::move(reached));
    if (invalid.empty()) return;
    invalid_words = describe_invalid(invalid, addressees->people);
    invalid_rows = in_pieces(std::move(rows));
}

void show_sent(const ComposeServices& services, const CommittedRequest& committed) {
    if (committed.sent->invalid_rows.empty()) {
        confirm(services, committed);
    } else {
        InvalidDialog::open(services, committed);
    }
}

}  // namespace send_text
