// Conversations are logged by one thread at a time.
#include <atomic>
#include <cstdlib>
#include <thread>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

std::atomic<int> callers = 0;

staffing_status STAFFING_CALL flush(const staffing_plugin* plugin, const staffing_error_sink* error) {
    if (++callers > 1) std::abort();
    std::this_thread::yield();
    const staffing_status status = sound::sound().logger.flush(plugin, error);
    --callers;
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.logger.flush = &flush;
}
