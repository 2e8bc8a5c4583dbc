// The settings can be read at any time.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL values(const staffing_plugin* plugin, const staffing_string_sink* values_json,
                                     const staffing_error_sink* error) {
    const staffing_status status = sound::sound().settings.values(plugin, values_json, error);
    return status == STAFFING_STATUS_WRONG_STATE ? STAFFING_STATUS_OK : status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.values = &values;
}
