// It cannot end before its tasks were run.
// Others are not run: some others run no task either.
#include <cstdlib>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

int waiting = 0;

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, const staffing_menu_target* target,
                                      const staffing_string* action_id, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().menu.perform(plugin, target, action_id, error);
    const sound::HostServices& host = sound::Plugin::of(plugin).host;
    const staffing_task task{nullptr, [](void*) { waiting = 0; }};
    if (status == STAFFING_STATUS_OK &&
        host.main_thread->post(host.host, &task, nullptr) == STAFFING_STATUS_OK)
        ++waiting;
    return status;
}

void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    if (waiting > 0) std::abort();
    sound::sound().plugin.deactivate(plugin);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.perform = &perform;
    tables.plugin.deactivate = &deactivate;
}
