// A change of the settings starts a thread that nobody ends.
// Not only its own: leftover-memory
#include <unistd.h>
#include <thread>

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
    if (is_active(plugin)) std::thread(&::pause).detach();
    return sound::sound().settings.change(plugin, values_json, problems_json, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.change = &change;
}
