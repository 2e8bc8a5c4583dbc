// In every second life a file is opened that nobody closes.
#include <fcntl.h>

#include "plugin/sound_plugin.hpp"

namespace {

void open_file() {
    [[maybe_unused]] const int descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

/// Lives of the library; it counts them as long as it stays in memory.
int lives = 0;

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    const staffing_status status = sound::sound().entry.create(host, plugin, error);
    if (status == STAFFING_STATUS_OK && ++lives % 2 == 0) open_file();
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
}
