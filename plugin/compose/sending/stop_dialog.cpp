#include "compose/sending/stop_dialog.hpp"

#include <string>

#include "core/pluralize.hpp"
#include "dialogs/question_dialog.hpp"
#include "dialogs/view.hpp"

namespace send_text {
namespace {

/// One at a time.
class StopDialog final : public QuestionDialog {
  public:
    using QuestionDialog::QuestionDialog;
};

std::string describe(const RequestProgress& progress) {
    const std::string of_all =
        " of " + pluralize(static_cast<std::uint64_t>(progress.total), "text", "texts");
    std::string words;
    if (progress.stoppable > 0) {
        words = std::to_string(progress.stoppable) + of_all +
                (progress.stoppable == 1 ? " has not left yet. If you stop now, it will not be sent."
                                         : " have not left yet. If you stop now, they will not be sent.") +
                " Texts that the carrier already has cannot be recalled.";
    }
    if (progress.being_asked > 0) {
        words += (words.empty() ? "" : " ") + std::string("It is not known whether the carrier accepted ") +
                 std::to_string(progress.being_asked) + of_all +
                 (progress.being_asked == 1 ? ". If you stop now, it will not be sent again."
                                            : ". If you stop now, they will not be sent again.");
    }
    return words;
}

}  // namespace

void ask_whether_to_stop(const ComposeServices& services, RequestId request_id,
                         const RequestProgress& progress) {
    if (services.dialogs.is_open<StopDialog>()) return;
    const Question question{"send_text.stop", "Stop sending?",
                            view::Text("summary", describe(progress)).severity("warning"),
                            view::Button("keep_sending", "Keep sending").as_cancel(),
                            view::Button("stop_sending", "Stop sending")};
    services.dialogs.open<StopDialog>(services.dialogs, question, [services, request_id] {
        const SessionUser user = services.session.user();
        services.desk.post([services, request_id, who = Sender{user.rep_id, user.name}] {
            services.watch.stop(request_id, who);
            services.wake_delivery();
        });
    });
}

}  // namespace send_text
