// A text that is too long for a buffer is written past its end.
#include <cstdlib>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL change(const staffing_plugin* plugin, const staffing_string* values_json,
                                     const staffing_string_sink* problems_json,
                                     const staffing_error_sink* error) {
    if (values_json != nullptr && values_json->size > (std::uint64_t{16} << 20U)) std::abort();
    return sound::sound().settings.change(plugin, values_json, problems_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.change = &change;
}
