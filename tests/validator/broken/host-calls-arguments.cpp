// A line that is not UTF-8 is written to the log.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

/// Whether this is a plug-in that is at work.
bool is_active(const staffing_plugin* plugin) {
    return plugin != nullptr && sound::Plugin::of(plugin).state == sound::State::active;
}

staffing_status STAFFING_CALL describe(const staffing_plugin* plugin,
                                       const staffing_string_sink* settings_json,
                                       const staffing_error_sink* error) {
    if (is_active(plugin)) sound::Plugin::of(plugin).host.log(STAFFING_LOG_INFO, "M\xFCnchen");
    return sound::sound().settings.describe(plugin, settings_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.describe = &describe;
}
