#include "plugin/sound_plugin.hpp"

// The sound plug-in: nothing is wrong with it.
void break_it(sound::Tables&) {}
