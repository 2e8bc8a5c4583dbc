// The third press of Cancel is not expected.
#include <cstdlib>
#include <string_view>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

bool has(const staffing_string* event_json, std::string_view words) {
    return event_json != nullptr && event_json->data != nullptr &&
           std::string_view(event_json->data, event_json->size).find(words) != std::string_view::npos;
}

int presses = 0;

staffing_status STAFFING_CALL on_event(const staffing_plugin* plugin, std::uint64_t dialog_id,
                                       const staffing_string* event_json, const staffing_error_sink* error) {
    if (has(event_json, R"("cancel")") && ++presses == 3) std::abort();
    return sound::sound().dialog_events.on_event(plugin, dialog_id, event_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.dialog_events.on_event = &on_event;
}
