// Each part but the first begins with the last entry of the one before.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL read(const staffing_plugin* plugin, staffing_audit_format format,
                                   std::int64_t after_id, std::int64_t max_entries,
                                   const staffing_string_sink* part, std::int64_t* last_id,
                                   const staffing_error_sink* error) {
    const bool is_next = format == STAFFING_AUDIT_FORMAT_JSON_LINES && max_entries == 3 && after_id > 0;
    return sound::sound().audit.read(plugin, format, is_next ? after_id - 1 : after_id, max_entries, part,
                                     last_id, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.audit.read = &read;
}
