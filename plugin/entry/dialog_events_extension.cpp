#include "entry/crossing.hpp"
#include "entry/extensions.hpp"

namespace send_text {
namespace {

staffing_status STAFFING_CALL on_event(const staffing_plugin* plugin, std::uint64_t dialog_id,
                                       const staffing_string* event_json, const staffing_error_sink* error) {
    return on_main_thread(plugin, error, [&](SendTextPlugin& self) {
        const Runtime::Use services = self.services();
        nlohmann::json event;
        try {
            event = object_from(event_json, "What was entered");
        } catch (const staffing::StatusError& refusal) {
            if (refusal.status() == STAFFING_STATUS_TOO_LARGE)
                services->dialogs().refused(dialog_id, refusal.what());  // the host may show no words
            throw;
        }
        services->close_dialogs_of_others();
        if (services->dialogs().on_event(dialog_id, event)) return;
        throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND,
                                    "Send Text has no open window " + std::to_string(dialog_id) + ".");
    });
}

}  // namespace

const staffing_dialog_events dialog_events_extension{&on_event};

}  // namespace send_text
