// A function of an extension is missing.
// Expected: others are skipped
#include "plugin/sound_plugin.hpp"

void break_it(sound::Tables& tables) {
    tables.settings.change = nullptr;
}
