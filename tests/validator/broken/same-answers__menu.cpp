// Every fifth time that a menu opens the item is called something else.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

int opened = 0;

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    if (sink == nullptr || sink->write == nullptr || ++opened % 5 != 0)
        return sound::sound().menu.populate(plugin, target, sink, error);
    const staffing_menu_item_sink renaming{
        const_cast<staffing_menu_item_sink*>(sink), [](void* real, const staffing_menu_item* item) {
            staffing_menu_item renamed = *item;
            renamed.label = staffing::abi("Say Goodbye");
            const auto* const to = static_cast<const staffing_menu_item_sink*>(real);
            to->write(to->context, &renamed);
        }};
    return sound::sound().menu.populate(plugin, target, &renaming, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
