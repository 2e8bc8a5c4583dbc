// A lock is held while the host is asked for a permission, and wanted where the settings are described.
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

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    const std::lock_guard lock(mutex);
    return sound::sound().menu.populate(plugin, target, sink, error);
}

staffing_status STAFFING_CALL describe(const staffing_plugin* plugin,
                                       const staffing_string_sink* settings_json,
                                       const staffing_error_sink* error) {
    if (is_active(plugin)) mutex.lock(), mutex.unlock();
    return sound::sound().settings.describe(plugin, settings_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
    tables.settings.describe = &describe;
}
