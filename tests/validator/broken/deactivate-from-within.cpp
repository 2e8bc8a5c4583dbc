// It ends even where its own work is under way.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    staffing::guard(nullptr, [&] {
        sound::Plugin& self = sound::Plugin::of(plugin);
        if (self.state != sound::State::active) return;
        self.state = sound::State::ready;
        self.deactivate();
    });
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.deactivate = &deactivate;
}
