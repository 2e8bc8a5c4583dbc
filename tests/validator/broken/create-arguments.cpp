// Without a host, create says so and leaves *plugin as it was.
#include "plugin/sound_plugin.hpp"

namespace {

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    if (host == nullptr) return STAFFING_STATUS_INVALID_ARGUMENT;
    return sound::sound().entry.create(host, plugin, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
}
