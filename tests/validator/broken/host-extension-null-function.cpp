// It believes that a clock has all its functions.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/text.hpp"

namespace {

staffing_status STAFFING_CALL init(const staffing_plugin* plugin, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().plugin.init(plugin, error);
    if (status != STAFFING_STATUS_OK) return status;
    sound::HostServices& host = sound::Plugin::of(plugin).host;
    const staffing_string id = staffing::abi(STAFFING_EXT_CLOCK);
    host.clock = static_cast<const staffing_clock*>(host.host->get_extension(host.host, &id));
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.init = &init;
}
