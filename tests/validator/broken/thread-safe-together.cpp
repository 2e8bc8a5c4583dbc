// The settings are read by one thread at a time.
// Not only its own: host-call-lock
#include <atomic>
#include <cstdlib>
#include <thread>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

std::atomic<int> callers = 0;

staffing_status STAFFING_CALL values(const staffing_plugin* plugin, const staffing_string_sink* values_json,
                                     const staffing_error_sink* error) {
    if (++callers > 1) std::abort();
    std::this_thread::yield();
    const staffing_status status = sound::sound().settings.values(plugin, values_json, error);
    --callers;
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.settings.values = &values;
}
