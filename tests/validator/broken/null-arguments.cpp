// NULL is refused as a value that is not taken.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL change(const staffing_plugin* plugin, const staffing_string* values_json,
                                     const staffing_string_sink* problems_json,
                                     const staffing_error_sink* error) {
    const staffing_status status = sound::sound().settings.change(plugin, values_json, problems_json, error);
    return plugin != nullptr && values_json == nullptr ? STAFFING_STATUS_REFUSED : status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.change = &change;
}
