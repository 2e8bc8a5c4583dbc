// Data is read wherever there is a size.
#include <cstdlib>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL change(const staffing_plugin* plugin, const staffing_string* values_json,
                                     const staffing_string_sink* problems_json,
                                     const staffing_error_sink* error) {
    if (values_json != nullptr && values_json->size > 0 && values_json->data == nullptr) std::abort();
    return sound::sound().settings.change(plugin, values_json, problems_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.change = &change;
}
