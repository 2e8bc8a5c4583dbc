// It refuses a host that is newer than itself.
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    const staffing_status status = sound::sound().entry.create(host, plugin, error);
    if (status != STAFFING_STATUS_OK || host->version.minor <= STAFFING_VERSION_MINOR) return status;
    (*plugin)->destroy(*plugin);
    *plugin = nullptr;
    staffing::write_to(error, "The host is too new.");
    return STAFFING_STATUS_VERSION_MISMATCH;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
}
