#include "compose/sending/confirmation_dialog.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "compose/sending/stop_dialog.hpp"

namespace send_text {
namespace {

using nlohmann::json;

bool is_pressed(const json& event, const char* button) {
    return event.at("event") == "pressed" && event.at("button") == button;
}

bool can_stop(const RequestReport& report) {
    return report.progress.stoppable + report.progress.being_asked > 0;
}

}  // namespace

void ConfirmationDialog::open(const ComposeServices& services, std::int64_t request_id, std::int64_t texts,
                              std::shared_ptr<const Addressees> addressees) {
    RequestReport nothing_yet;
    nothing_yet.request_id = request_id;
    nothing_yet.progress = {.total = texts, .waiting = texts};
    const auto dialog = services.dialogs.open<ConfirmationDialog>(
        {{"name", "send_text.confirmation"},
         {"title", title_of(nothing_yet)},
         {"elements", confirmation_elements(nothing_yet, *addressees)},
         {"buttons", confirmation_buttons(can_stop(nothing_yet))}},
        services, nothing_yet, addressees);
    services.watch.watch(request_id, dialog);
    services.desk.post([&watch = services.watch, request_id] { watch.progressed(request_id); });
}

ConfirmationDialog::ConfirmationDialog(std::uint64_t id, const ComposeServices& services,
                                       const RequestReport& report,
                                       std::shared_ptr<const Addressees> addressees)
    : id_(id), services_(services), report_(report), addressees_(std::move(addressees)) {}

void ConfirmationDialog::on_event(const json& event) {
    if (is_pressed(event, "continue_working")) {
        continue_working();
    } else if (is_pressed(event, "stop_sending") && can_stop(report_)) {
        StopDialog::open(services_, report_.request_id, report_.progress);
    }
}

void ConfirmationDialog::show(const RequestReport& report) {
    json patch = json::array(
        {{{"op", "replace"}, {"path", "/elements"}, {"value", confirmation_elements(report, *addressees_)}}});
    if (can_stop(report) != can_stop(report_)) {
        patch.push_back(
            {{"op", "replace"}, {"path", "/buttons"}, {"value", confirmation_buttons(can_stop(report))}});
    }
    if (title_of(report) != title_of(report_))
        patch.push_back({{"op", "replace"}, {"path", "/title"}, {"value", title_of(report)}});
    report_ = report;
    services_.dialogs.update(id_, patch);
}

void ConfirmationDialog::continue_working() {
    services_.watch.leave(report_.request_id);
    if (!is_over(report_.progress)) {  // somebody else is to show it from now on
        services_.desk.post([services = services_, request_id = report_.request_id] {
            services.watch.progressed(request_id);
            services.wake_delivery();
        });
    }
    services_.dialogs.close(id_);
}

}  // namespace send_text
