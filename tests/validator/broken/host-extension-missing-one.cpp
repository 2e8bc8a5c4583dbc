// It takes for granted that a host with a log has a clock.
// Others are not run: a table that lacks a function is a missing extension, too.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"

namespace {

staffing_status STAFFING_CALL activate(const staffing_plugin* plugin, const staffing_error_sink* error) {
    const sound::HostServices& host = sound::Plugin::of(plugin).host;
    if (host.log_table != nullptr) host.clock->now_milliseconds(host.host);
    return sound::sound().plugin.activate(plugin, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.activate = &activate;
}
