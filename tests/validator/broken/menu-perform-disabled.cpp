// An item that is disabled is not found.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, const staffing_menu_target* target,
                                      const staffing_string* action_id, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().menu.perform(plugin, target, action_id, error);
    return status == STAFFING_STATUS_REFUSED ? STAFFING_STATUS_NOT_FOUND : status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.perform = &perform;
}
