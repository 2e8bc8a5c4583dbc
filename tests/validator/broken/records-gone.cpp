// An id that no record has is not expected.
#include <cstdlib>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL record_deleted(const staffing_plugin* plugin, const staffing_record_ref* record,
                                             const staffing_error_sink* error) {
    if (record != nullptr && record->id == INT64_MIN) std::abort();
    return sound::sound().logger.record_deleted(plugin, record, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.logger.record_deleted = &record_deleted;
}
