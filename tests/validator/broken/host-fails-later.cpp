// A host whose folders are gone all at once is not expected.
#include <cstdlib>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

/// Whether this is a plug-in that is at work.
bool is_active(const staffing_plugin* plugin) {
    return plugin != nullptr && sound::Plugin::of(plugin).state == sound::State::active;
}

staffing_status STAFFING_CALL change(const staffing_plugin* plugin, const staffing_string* values_json,
                                     const staffing_string_sink* problems_json,
                                     const staffing_error_sink* error) {
    const sound::HostServices* const host = is_active(plugin) ? &sound::Plugin::of(plugin).host : nullptr;
    if (host != nullptr && host->paths != nullptr && host->clock != nullptr && host->data_folder().empty() &&
        host->clock->wake(host->host, 4'711) != STAFFING_STATUS_INTERNAL_ERROR)
        std::abort();
    return sound::sound().settings.change(plugin, values_json, problems_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.change = &change;
}
