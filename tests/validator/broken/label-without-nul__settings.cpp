// The label of a setting has a NUL in it.
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
    if (!is_active(plugin) || settings_json == nullptr)
        return sound::sound().settings.describe(plugin, settings_json, error);
    staffing::write_to(
        settings_json,
        R"({"settings": [{"key": "greeting", "type": "text", "default": "Hello", "label": "Gree\u0000ting"}]})");
    return STAFFING_STATUS_OK;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.describe = &describe;
}
