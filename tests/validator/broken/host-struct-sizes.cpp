// It reads the whole host struct before it looks at how much of it is there.
#include <cstring>

#include "plugin/sound_plugin.hpp"

namespace {

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    if (host != nullptr && host->struct_size >= 24 && host->version.major == STAFFING_VERSION_MAJOR) {
        staffing_host copy;
        std::memcpy(&copy, host, sizeof copy);
        if (copy.get_extension == nullptr) return STAFFING_STATUS_INVALID_ARGUMENT;
    }
    return sound::sound().entry.create(host, plugin, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
}
