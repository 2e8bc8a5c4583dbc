// More entries than a part may have are taken for as many as it may.
#include <algorithm>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL read(const staffing_plugin* plugin, staffing_audit_format format,
                                   std::int64_t after_id, std::int64_t max_entries,
                                   const staffing_string_sink* part, std::int64_t* last_id,
                                   const staffing_error_sink* error) {
    return sound::sound().audit.read(plugin, format, after_id, std::min<std::int64_t>(max_entries, 10'000),
                                     part, last_id, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.audit.read = &read;
}
