// The entry says that the plug-in was built with another major version.
// Expected: others are skipped
#include "plugin/sound_plugin.hpp"

void break_it(sound::Tables& tables) {
    tables.entry.version.major = STAFFING_VERSION_MAJOR + 1;
}
