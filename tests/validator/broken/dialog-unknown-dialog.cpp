// A window that never was is fine.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL on_event(const staffing_plugin* plugin, std::uint64_t dialog_id,
                                       const staffing_string* event_json, const staffing_error_sink* error) {
    const staffing_status status =
        sound::sound().dialog_events.on_event(plugin, dialog_id, event_json, error);
    return dialog_id == ~std::uint64_t{0} ? STAFFING_STATUS_OK : status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.dialog_events.on_event = &on_event;
}
