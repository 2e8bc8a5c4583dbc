#include "compose/sending/decide_all_dialog.hpp"

#include <utility>

#include "dialogs/question_dialog.hpp"
#include "dialogs/view.hpp"

namespace send_text {
namespace {

/// One at a time.
class DecideAllDialog final : public QuestionDialog {
  public:
    using QuestionDialog::QuestionDialog;
};

AllQuestion describe(Decision decision, const std::string& count) {
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

void ask_about_all(DialogSet& dialogs, const AllQuestion& question, std::function<void()> confirmed) {
    if (dialogs.is_open<DecideAllDialog>()) return;
    dialogs.open<DecideAllDialog>(
        dialogs,
        Question{"send_text.decide_all", question.title,
                 view::Text("summary", question.text).severity("warning"),
                 view::Button("back", "Back").as_cancel(), view::Button("confirm", question.button)},
        std::move(confirmed));
}

void ask_whether_to_decide_all(DialogSet& dialogs, Decision decision, std::size_t count,
                               std::function<void()> confirmed) {
    ask_about_all(dialogs, describe(decision, std::to_string(count)), std::move(confirmed));
}

}  // namespace send_text
