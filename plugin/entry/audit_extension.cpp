#include "audit/audit_file.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"

namespace send_text {
namespace {

constexpr std::int64_t most_entries_of_a_part = 10'000;

AuditFormat format_from(staffing_audit_format format) {
    if (format == STAFFING_AUDIT_FORMAT_CSV || format == STAFFING_AUDIT_FORMAT_JSON_LINES) {
        return static_cast<AuditFormat>(format);
    }
    throw staffing::StatusError(
        STAFFING_STATUS_INVALID_ARGUMENT,
        "There is no audit format " + std::to_string(format) + "; 1 is CSV and 2 JSON Lines.");
}

staffing_status STAFFING_CALL read(const staffing_plugin* plugin, staffing_audit_format format,
                                   std::int64_t after_id, std::int64_t most_entries,
                                   const staffing_string_sink* part, std::int64_t* last_id,
                                   const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const staffing_string_sink& answer = usable(part);
        staffing::required(last_id, "a place for the last entry's id");
        const AuditFormat wanted = format_from(format);
        if (after_id < 0 || most_entries < 1 || most_entries > most_entries_of_a_part) {
            throw staffing::StatusError(
                STAFFING_STATUS_INVALID_ARGUMENT,
                "A part of the audit trail has 1 to 10,000 entries, after an id from 0 on.");
        }
        const std::vector<AuditEntry> entries = self.services()->audit().after(after_id, most_entries);
        *last_id = entries.empty() ? 0 : entries.back().id;
        staffing::write_to(&answer, audit_part(entries, wanted, after_id == 0));
    });
}

}  // namespace

const staffing_audit audit_extension{&read};

}  // namespace send_text
