// NULL is refused without a word.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL change(const staffing_plugin* plugin, const staffing_string* values_json,
                                     const staffing_string_sink* problems_json,
                                     const staffing_error_sink* error) {
    if (values_json == nullptr) error = nullptr;
    return sound::sound().settings.change(plugin, values_json, problems_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.change = &change;
}
