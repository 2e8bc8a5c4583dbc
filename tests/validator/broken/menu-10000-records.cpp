// 10,000 records are too many.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    if (target != nullptr && target->struct_size >= sizeof *target && target->record_count == 10'000) {
        staffing::write_to(error, "These are too many.");
        return STAFFING_STATUS_REFUSED;
    }
    return sound::sound().menu.populate(plugin, target, sink, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
