// Each time that the entry is asked for it has another descriptor.
#include "plugin/sound_plugin.hpp"

namespace {

staffing_plugin_descriptor descriptors[2];
int asked = 0;

}  // namespace

void break_it(sound::Tables& tables) {
    descriptors[0] = descriptors[1] = tables.descriptor;
    tables.give_entry = [] {
        staffing_plugin_entry& entry = sound::tables().entry;
        entry.descriptor = &descriptors[++asked % 2];
        return static_cast<const staffing_plugin_entry*>(&entry);
    };
}
