// There is always somebody who wants the words.
#include <cstdlib>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL describe(const staffing_plugin* plugin,
                                       const staffing_string_sink* settings_json,
                                       const staffing_error_sink* error) {
    if (error == nullptr) std::abort();
    return sound::sound().settings.describe(plugin, settings_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.describe = &describe;
}
