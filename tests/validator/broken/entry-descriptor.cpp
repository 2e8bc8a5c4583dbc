// The descriptor's id could not name a folder.
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/text.hpp"

void break_it(sound::Tables& tables) {
    tables.descriptor.id = staffing::abi("../Say Hello");
}
