// A window comes to say that it expects no line in a place to type.
#include <string_view>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

bool has(const staffing_string* event_json, std::string_view words) {
    return event_json != nullptr && event_json->data != nullptr &&
           std::string_view(event_json->data, event_json->size).find(words) != std::string_view::npos;
}

staffing_status STAFFING_CALL on_event(const staffing_plugin* plugin, std::uint64_t dialog_id,
                                       const staffing_string* event_json, const staffing_error_sink* error) {
    const staffing_status status =
        sound::sound().dialog_events.on_event(plugin, dialog_id, event_json, error);
    if (status != STAFFING_STATUS_OK || !has(event_json, R"("tone")")) return status;
    const sound::HostServices& host = sound::Plugin::of(plugin).host;
    const staffing_string patch =
        staffing::abi(R"([{"op": "add", "path": "/elements/1/lines", "value": 0}])");
    if (has(event_json, R"("changed")")) host.dialogs->update(host.host, dialog_id, &patch, nullptr);
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.dialog_events.on_event = &on_event;
}
