#include "functions.hpp"

namespace sound {
namespace {

constexpr std::int64_t max_entries_of_a_part = 10'000;

staffing_status STAFFING_CALL read_part(const staffing_plugin* plugin, staffing_audit_format format,
                                        std::int64_t after_id, std::int64_t max_entries,
                                        const staffing_string_sink* part, std::int64_t* last_id,
                                        const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](const Plugin& self) {
        const staffing_string_sink& sink = required_sink(part, "a sink for the part");
        staffing::required(last_id, "a place for the last entry's id");
        const bool is_csv = format == STAFFING_AUDIT_FORMAT_CSV;
        if (!is_csv && format != STAFFING_AUDIT_FORMAT_JSON_LINES) {
            throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "There is no such format.");
        }
        if (after_id < 0 || max_entries < 1 || max_entries > max_entries_of_a_part) {
            throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                                        "A part has 1 to 10,000 entries, after one from 0 on.");
        }
        const AuditTrail::Part read =
            is_csv ? self.audit.csv(after_id, max_entries) : self.audit.json_lines(after_id, max_entries);
        *last_id = read.last_id;
        staffing::write_to(&sink, read.text);
    });
}

}  // namespace

const staffing_audit audit_functions{&read_part};

}  // namespace sound
