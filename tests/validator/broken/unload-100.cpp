// It is linked with -z nodelete (CMakeLists.txt), and so is never gone from memory.
#include "plugin/sound_plugin.hpp"

void break_it(sound::Tables&) {}
