// A lock is held while a window is opened, and wanted by a worker.
// Expected: a warning
#include <mutex>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

/// Whether this is a plug-in that is at work.
bool is_active(const staffing_plugin* plugin) {
    return plugin != nullptr && sound::Plugin::of(plugin).state == sound::State::active;
}

std::mutex mutex;

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, const staffing_menu_target* target,
                                      const staffing_string* action_id, const staffing_error_sink* error) {
    const std::lock_guard lock(mutex);
    return sound::sound().menu.perform(plugin, target, action_id, error);
}

staffing_status STAFFING_CALL flush(const staffing_plugin* plugin, const staffing_error_sink* error) {
    if (is_active(plugin)) mutex.lock(), mutex.unlock();
    return sound::sound().logger.flush(plugin, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.perform = &perform;
    tables.logger.flush = &flush;
}
