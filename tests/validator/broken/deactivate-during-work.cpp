// It cannot end when a button was pressed.
// Others are not run: a button is pressed in many.
#include <cstdlib>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

int pressed = 0;

staffing_status STAFFING_CALL on_event(const staffing_plugin* plugin, std::uint64_t dialog_id,
                                       const staffing_string* event_json, const staffing_error_sink* error) {
    const staffing_status status =
        sound::sound().dialog_events.on_event(plugin, dialog_id, event_json, error);
    if (status == STAFFING_STATUS_OK) ++pressed;
    return status;
}

void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    if (pressed > 0) std::abort();
    sound::sound().plugin.deactivate(plugin);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.dialog_events.on_event = &on_event;
    tables.plugin.deactivate = &deactivate;
}
