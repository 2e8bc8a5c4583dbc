// In every second activation a file is opened that nobody closes.
#include <fcntl.h>

#include "plugin/sound_plugin.hpp"

namespace {

int activations = 0;

staffing_status STAFFING_CALL activate(const staffing_plugin* plugin, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().plugin.activate(plugin, error);
    if (status == STAFFING_STATUS_OK && ++activations % 2 == 0 &&
        ::open("/dev/null", O_RDONLY | O_CLOEXEC) < 0)
        return STAFFING_STATUS_UNAVAILABLE;
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.activate = &activate;
}
