// A target that is too small is taken.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    if (target != nullptr && target->struct_size == 4) return STAFFING_STATUS_OK;
    return sound::sound().menu.populate(plugin, target, sink, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
