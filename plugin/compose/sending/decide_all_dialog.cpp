#include "compose/sending/decide_all_dialog.hpp"

#include <string>

#include <nlohmann/json.hpp>

namespace send_text {
namespace {

using nlohmann::json;

DecideAllDialog::Words describe(Decision decision, const std::string& count) {
    switch (decision) {
        case Decision::was_sent:
            return {"Were all " + count + " sent?",
                    "All " + count +
                        " texts will be marked as sent in their conversations. Anyone who did not get theirs "
                        "will not get it.",
                    "All " + count + " were sent"};
        case Decision::send_again:
            return {"Send all " + count + " again?",
                    "All " + count +
                        " texts will be sent again. Anyone who already got theirs will get it twice.",
                    "Send all " + count + " again"};
        case Decision::do_not_send:
            break;
    }
    return {"Send none of the " + count + "?",
            "None of the " + count +
                " texts will be sent, and all will be marked as not sent in their conversations. Anyone who "
                "already got theirs keeps it.",
            "Do not send any"};
}

}  // namespace

void DecideAllDialog::open(DialogSet& dialogs, Decision decision, std::size_t count,
                           std::function<void()> confirmed) {
    ask(dialogs, describe(decision, std::to_string(count)), std::move(confirmed));
}

void DecideAllDialog::ask(DialogSet& dialogs, const Words& words, std::function<void()> confirmed) {
    if (dialogs.is_open<DecideAllDialog>()) return;
    dialogs.open<DecideAllDialog>(
        {{"name", "send_text.decide_all"},
         {"title", words.title},
         {"elements",
          json::array(
              {{{"kind", "text"}, {"id", "summary"}, {"text", words.text}, {"severity", "warning"}}})},
         {"buttons", json::array({{{"id", "back"}, {"label", "Back"}, {"role", "cancel"}},
                                  {{"id", "confirm"}, {"label", words.button}}})}},
        dialogs, std::move(confirmed));
}

void DecideAllDialog::on_event(const json& event) {
    if (event.at("event") != "pressed") return;
    const bool is_confirmed = event.at("button") == "confirm";
    if (!is_confirmed && event.at("button") != "back") return;
    const std::function<void()> confirmed = confirmed_;  // closing may end this
    dialogs_.close(id_);
    if (is_confirmed) confirmed();
}

}  // namespace send_text
