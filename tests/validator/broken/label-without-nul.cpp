// The label of a menu item has a NUL in it.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    if (sink == nullptr || sink->write == nullptr)
        return sound::sound().menu.populate(plugin, target, sink, error);
    const staffing_menu_item_sink renaming{
        const_cast<staffing_menu_item_sink*>(sink), [](void* real, const staffing_menu_item* item) {
            staffing_menu_item renamed = *item;
            renamed.label = {"Say\0Hello", 9};
            const auto* const to = static_cast<const staffing_menu_item_sink*>(real);
            to->write(to->context, &renamed);
        }};
    return sound::sound().menu.populate(plugin, target, &renaming, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
