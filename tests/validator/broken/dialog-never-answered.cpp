// It cannot end while a window is open.
// Others are not run: several leave a window open.
#include <cstdlib>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

int open_windows = 0;

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, const staffing_menu_target* target,
                                      const staffing_string* action_id, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().menu.perform(plugin, target, action_id, error);
    if (status == STAFFING_STATUS_OK) ++open_windows;
    return status;
}

staffing_status STAFFING_CALL on_event(const staffing_plugin* plugin, std::uint64_t dialog_id,
                                       const staffing_string* event_json, const staffing_error_sink* error) {
    open_windows = 0;
    return sound::sound().dialog_events.on_event(plugin, dialog_id, event_json, error);
}

void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    if (open_windows > 0) std::abort();
    sound::sound().plugin.deactivate(plugin);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.perform = &perform;
    tables.dialog_events.on_event = &on_event;
    tables.plugin.deactivate = &deactivate;
}
