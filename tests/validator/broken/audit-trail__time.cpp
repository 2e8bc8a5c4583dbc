// Times are told without milliseconds.
#include <regex>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL read(const staffing_plugin* plugin, staffing_audit_format format,
                                   std::int64_t after_id, std::int64_t max_entries,
                                   const staffing_string_sink* part, std::int64_t* last_id,
                                   const staffing_error_sink* error) {
    const staffing::StringCollector text;
    const staffing_status status = sound::sound().audit.read(
        plugin, format, after_id, max_entries, part == nullptr ? nullptr : text.sink(), last_id, error);
    if (status != STAFFING_STATUS_OK) return status;
    staffing::write_to(part, std::regex_replace(text.text(), std::regex(R"(\.\d{3}Z)"), "Z"));
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.audit.read = &read;
}
