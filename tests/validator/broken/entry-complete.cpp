// The entry has no deinit.
// Expected: others are skipped
#include "plugin/sound_plugin.hpp"

void break_it(sound::Tables& tables) {
    tables.entry.deinit = nullptr;
}
