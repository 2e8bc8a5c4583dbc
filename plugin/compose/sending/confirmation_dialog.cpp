#include "compose/sending/confirmation_dialog.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "compose/sending/stop_dialog.hpp"
#include "dialogs/patch.hpp"
#include "dialogs/view.hpp"

namespace send_text {
namespace {

using nlohmann::json;

bool can_stop(const RequestReport& report) {
    return report.progress.stoppable + report.progress.being_asked > 0;
}

}  // namespace

void ConfirmationDialog::open(const ComposeServices& services, RequestId request_id, std::int64_t texts,
                              std::shared_ptr<const Addressees> addressees) {
    RequestReport nothing_yet;
    nothing_yet.request_id = request_id;
    nothing_yet.progress = {.total = texts, .waiting = texts};
    const auto dialog =
        services.dialogs.open<ConfirmationDialog>(services, nothing_yet, std::move(addressees));
    services.watch.watch(request_id, dialog);
    services.desk.post([&watch = services.watch, request_id] { watch.request_changed(request_id); });
}

ConfirmationDialog::ConfirmationDialog(const ComposeServices& services, const RequestReport& report,
                                       std::shared_ptr<const Addressees> addressees)
    : Dialog(services.dialogs), services_(services), report_(report), addressees_(std::move(addressees)) {}

json ConfirmationDialog::view() const {
    return view::dialog("send_text.confirmation", title_of(report_),
                        confirmation_elements(report_, *addressees_),
                        confirmation_buttons(can_stop(report_)));
}

void ConfirmationDialog::on_pressed(const std::string& button, const json& /*values*/) {
    if (button == "continue_working") {
        continue_working();
    } else if (button == "stop_sending" && can_stop(report_)) {
        ask_whether_to_stop(services_, report_.request_id, report_.progress);
    }
}

void ConfirmationDialog::show(const RequestReport& report) {
    json patch = json::array({patch::replace_elements(confirmation_elements(report, *addressees_))});
    if (can_stop(report) != can_stop(report_))
        patch.push_back(patch::replace_buttons(confirmation_buttons(can_stop(report))));
    if (title_of(report) != title_of(report_)) patch.push_back(patch::replace_title(title_of(report)));
    report_ = report;
    update(patch);
}

void ConfirmationDialog::continue_working() {
    services_.watch.leave(report_.request_id);
    if (!is_over(report_.progress)) {  // somebody else is to show it from now on
        services_.desk.post([services = services_, request_id = report_.request_id] {
            services.watch.request_changed(request_id);
            services.wake_delivery();
        });
    }
    close();
}

}  // namespace send_text
