// There is an item at every place.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

void give(const staffing_menu_item_sink* sink, const char* label) {
    staffing_menu_item item{};
    item.struct_size = sizeof item;
    item.is_enabled = 1;
    item.action_id = staffing::abi(sound::say_hello);
    item.label = staffing::abi(label);
    sink->write(sink->context, &item);
}

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    if (target != nullptr && target->struct_size >= sizeof *target && target->place == 999)
        give(sink, "Say Hello");
    return sound::sound().menu.populate(plugin, target, sink, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
