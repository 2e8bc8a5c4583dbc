// It asks a host of another version for its extensions before it refuses it.
#include "plugin/sound_plugin.hpp"
#include "staffing/ext/log.h"
#include "staffing_cpp/text.hpp"

namespace {

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    const staffing_status status = sound::sound().entry.create(host, plugin, error);
    const staffing_string log = staffing::abi(STAFFING_EXT_LOG);
    if (status == STAFFING_STATUS_VERSION_MISMATCH) host->get_extension(host, &log);
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
}
