// One record more than there are is looked at.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    if (target != nullptr && target->struct_size >= sizeof *target && target->records != nullptr &&
        target->record_count == 3) {
        const volatile std::int64_t one_more = target->records[target->record_count].id;
        static_cast<void>(one_more);
    }
    return sound::sound().menu.populate(plugin, target, sink, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.menu.populate = &populate;
}
