#include "compose/sending/stop_dialog.hpp"

#include <nlohmann/json.hpp>

#include "core/pluralize.hpp"

namespace send_text {
namespace {

using nlohmann::json;

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

void StopDialog::open(const ComposeServices& services, std::int64_t request_id,
                      const RequestProgress& progress) {
    if (services.dialogs.is_open<StopDialog>()) return;
    services.dialogs.open<StopDialog>(
        {{"name", "send_text.stop"},
         {"title", "Stop sending?"},
         {"elements", json::array({{{"kind", "text"},
                                    {"id", "summary"},
                                    {"text", describe(progress)},
                                    {"severity", "warning"}}})},
         {"buttons", json::array({{{"id", "keep_sending"}, {"label", "Keep sending"}, {"role", "cancel"}},
                                  {{"id", "stop_sending"}, {"label", "Stop sending"}}})}},
        services, request_id);
}

void StopDialog::on_event(const json& event) {
    if (event.at("event") != "pressed") return;
    if (event.at("button") == "stop_sending") {
        const SessionUser user = services_.session.user();
        services_.desk.post(
            [services = services_, request_id = request_id_, who = Sender{user.rep_id, user.name}] {
                services.watch.stop(request_id, who);
                services.wake_delivery();
            });
    } else if (event.at("button") != "keep_sending") {
        return;
    }
    services_.dialogs.close(id_);
}

}  // namespace send_text
