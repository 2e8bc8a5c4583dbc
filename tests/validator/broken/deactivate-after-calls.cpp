// It cannot end a fourth time.
// Others are not run: some others end it as often.
#include <cstdlib>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

int times = 0;

void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    if (sound::Plugin::of(plugin).state == sound::State::active && ++times == 4) std::abort();
    sound::sound().plugin.deactivate(plugin);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.deactivate = &deactivate;
}
