// The words of the refusal do not help anybody.
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    const staffing_status status = sound::sound().entry.create(host, plugin, nullptr);
    if (status != STAFFING_STATUS_OK) staffing::write_to(error, "This cannot be.");
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.create = &create;
}
