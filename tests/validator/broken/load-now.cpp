// It needs a symbol that is nowhere. Loaded lazily, nobody sees it before the function is called.
#include "plugin/sound_plugin.hpp"

void defined_nowhere();

void break_it(sound::Tables& tables) {
    if (tables.entry.struct_size == 0) defined_nowhere();
}
