// A lock is held while a line is written to the log.
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

staffing_status STAFFING_CALL describe(const staffing_plugin* plugin,
                                       const staffing_string_sink* settings_json,
                                       const staffing_error_sink* error) {
    if (!is_active(plugin)) return sound::sound().settings.describe(plugin, settings_json, error);
    const std::lock_guard lock(mutex);
    sound::Plugin::of(plugin).host.log(STAFFING_LOG_INFO, "The settings are described.");
    return sound::sound().settings.describe(plugin, settings_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.describe = &describe;
}
