// In every second life a thread is started that nobody ends.
// Others are not run: create-twice makes two lives, and so a thread; others look for threads as well.
#include <unistd.h>
#include <thread>

#include "plugin/sound_plugin.hpp"

namespace {

/// Lives of the library; it counts them as long as it stays in memory.
int lives = 0;

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    const staffing_status status = sound::sound().entry.create(host, plugin, error);
    if (status == STAFFING_STATUS_OK && ++lives % 2 == 0) std::thread(&::pause).detach();
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
}
