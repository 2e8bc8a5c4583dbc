// When one plug-in is destroyed, the others cannot read their settings any more.
#include "plugin/sound_plugin.hpp"

namespace {

bool is_ended = false;

staffing_status STAFFING_CALL init(const staffing_plugin* plugin, const staffing_error_sink* error) {
    is_ended = false;
    return sound::sound().plugin.init(plugin, error);
}

void STAFFING_CALL destroy(const staffing_plugin* plugin) {
    is_ended = true;
    sound::sound().plugin.destroy(plugin);
}

staffing_status STAFFING_CALL values(const staffing_plugin* plugin, const staffing_string_sink* values_json,
                                     const staffing_error_sink* error) {
    return is_ended ? STAFFING_STATUS_INTERNAL_ERROR
                    : sound::sound().settings.values(plugin, values_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.init = &init;
    tables.plugin.destroy = &destroy;
    tables.settings.values = &values;
}
