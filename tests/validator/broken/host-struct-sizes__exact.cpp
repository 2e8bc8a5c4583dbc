// It takes a host struct of the very size it knows only.
#include "plugin/sound_plugin.hpp"

namespace {

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    const staffing_status status = sound::sound().entry.create(host, plugin, error);
    if (status != STAFFING_STATUS_OK || host->struct_size == sizeof(staffing_host)) return status;
    (*plugin)->destroy(*plugin);
    *plugin = nullptr;
    return STAFFING_STATUS_INVALID_ARGUMENT;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
}
