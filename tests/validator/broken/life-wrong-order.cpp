// A second init is taken as if it were the first.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"

namespace {

staffing_status STAFFING_CALL init(const staffing_plugin* plugin, const staffing_error_sink* error) {
    if (sound::Plugin::of(plugin).state != sound::State::created) return STAFFING_STATUS_OK;
    return sound::sound().plugin.init(plugin, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.init = &init;
}
