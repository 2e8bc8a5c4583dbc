// The entry's function gives NULL.
// Expected: others are skipped
#include "plugin/sound_plugin.hpp"

void break_it(sound::Tables& tables) {
    tables.give_entry = [] { return static_cast<const staffing_plugin_entry*>(nullptr); };
}
