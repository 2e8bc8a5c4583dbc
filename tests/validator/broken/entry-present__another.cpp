// The entry's function gives another copy of the entry each time.
// Not only its own: descriptor-stays
#include "plugin/sound_plugin.hpp"

namespace {

const staffing_plugin_entry* next_copy() {
    static staffing_plugin_entry copies[2];
    static int given = 0;
    staffing_plugin_entry& copy = copies[++given % 2];
    copy = sound::tables().entry;
    return &copy;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.give_entry = &next_copy;
}
