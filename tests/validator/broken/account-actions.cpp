// An action of an account that is not there is done.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, std::int64_t account_id,
                                      const staffing_string* action_id, const staffing_error_sink* error) {
    if (account_id != -1) return sound::sound().account_actions.perform(plugin, account_id, action_id, error);
    const staffing_status status =
        sound::sound().account_actions.perform(plugin, account_id, action_id, nullptr);
    return status == STAFFING_STATUS_NOT_FOUND ? STAFFING_STATUS_OK : status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.account_actions.perform = &perform;
}
