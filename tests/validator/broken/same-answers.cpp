// Every third time the values of the settings are others.
// Not only its own: backup-refused
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

/// Whether this is a plug-in that is at work.
bool is_active(const staffing_plugin* plugin) {
    return plugin != nullptr && sound::Plugin::of(plugin).state == sound::State::active;
}

std::atomic<int> asked = 0;

staffing_status STAFFING_CALL values(const staffing_plugin* plugin, const staffing_string_sink* values_json,
                                     const staffing_error_sink* error) {
    if (!is_active(plugin) || values_json == nullptr || ++asked % 3 != 0)
        return sound::sound().settings.values(plugin, values_json, error);
    staffing::write_to(values_json, R"({"greeting": "Good evening"})");
    return STAFFING_STATUS_OK;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.values = &values;
}
