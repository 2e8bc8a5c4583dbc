// An action that does not exist is done.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, const staffing_menu_target* target,
                                      const staffing_string* action_id, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().menu.perform(plugin, target, action_id, error);
    return status == STAFFING_STATUS_NOT_FOUND && action_id->size == 1 ? STAFFING_STATUS_OK : status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.perform = &perform;
}
