// Without dialogs its item is disabled, and nobody learns why.
// Others are not run: a table that lacks a function is a missing extension, too.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"

namespace {

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    if (plugin == nullptr || sink == nullptr || sound::Plugin::of(plugin).host.dialogs != nullptr ||
        sound::Plugin::of(plugin).host.log_table == nullptr) {
        return sound::sound().menu.populate(plugin, target, sink, error);
    }
    const staffing_menu_item_sink without_reason{
        const_cast<staffing_menu_item_sink*>(sink), [](void* context, const staffing_menu_item* item) {
            const auto& outer = *static_cast<const staffing_menu_item_sink*>(context);
            staffing_menu_item silent = *item;
            silent.disabled_reason = {};
            outer.write(outer.context, &silent);
        }};
    return sound::sound().menu.populate(plugin, target, &without_reason, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
