// In every second life memory is taken that nobody frees.
#include <cstdlib>

#include "plugin/sound_plugin.hpp"

namespace {

char* volatile forgotten = nullptr;

/// Lives of the library; it counts them as long as it stays in memory.
int lives = 0;

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    const staffing_status status = sound::sound().entry.create(host, plugin, error);
    if (status == STAFFING_STATUS_OK && ++lives % 2 == 0)
        forgotten = static_cast<char*>(std::calloc(300, 1024));
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
}
