#include <map>
#include <memory>

#include "audit/audit_file.hpp"
#include "entry/administration.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"

namespace send_text {
namespace {

constexpr std::int64_t max_entries_of_a_part = 10'000;

AuditFormat format_from(staffing_audit_format format) {
    if (format == STAFFING_AUDIT_FORMAT_CSV || format == STAFFING_AUDIT_FORMAT_JSON_LINES ||
        format == STAFFING_AUDIT_FORMAT_SPREADSHEET) {
        return static_cast<AuditFormat>(format);
    }
    throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                                "There is no audit format " + std::to_string(format) +
                                    "; 1 is CSV, 2 JSON Lines, and 3 CSV for spreadsheets.");
}

/// The names of records that there are. Without them the trail has their ids.
std::map<RecordRef, std::string> names_of(HostAdapters& host, const std::vector<RecordRef>& records) {
    std::map<RecordRef, std::string> names;
    try {
        host.records.fetch(records, [&](std::size_t index, const RecordDetails* details) {
            if (details != nullptr) names[records[index]] = details->display_name;
            return true;
        });
    } catch (const std::exception& error) {
        host.log.warning("The audit trail is read without the names of records. " +
                         std::string(error.what()));
    }
    return names;
}

/// Asks for each name once.
template <class Ask>
auto remembering(Ask ask) {
    return [ask, known = std::make_shared<std::map<std::int64_t, std::string>>()](std::int64_t id) {
        const auto [entry, is_new] = known->try_emplace(id);
        if (is_new) entry->second = ask(id);
        return entry->second;
    };
}

AuditNames names_for_reader(HostAdapters& host) {
    return {.time_zone = host.session.user().time_zone,
            .branch = remembering([&host](std::int64_t id) { return host.organization.branch_name(id); }),
            .rep = remembering([&host](std::int64_t id) { return host.organization.rep_name(id); }),
            .records = [&host](const std::vector<RecordRef>& records) { return names_of(host, records); }};
}

staffing_status STAFFING_CALL read(const staffing_plugin* plugin, staffing_audit_format format,
                                   std::int64_t after_id, std::int64_t max_entries,
                                   const staffing_string_sink* part, std::int64_t* last_id,
                                   const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const staffing_string_sink& answer = usable(part);
        staffing::required(last_id, "a place for the last entry's id");
        const AuditFormat wanted = format_from(format);
        if (after_id < 0 || max_entries < 1 || max_entries > max_entries_of_a_part) {
            throw staffing::StatusError(
                STAFFING_STATUS_INVALID_ARGUMENT,
                "A part of the audit trail has 1 to 10,000 entries, after an id from 0 on.");
        }
        require_administrator(self);
        const std::vector<AuditEntry> entries = self.services()->audit().after(after_id, max_entries);
        *last_id = entries.empty() ? 0 : entries.back().id;
        staffing::write_to(&answer,
                           audit_part(entries, wanted, after_id == 0, names_for_reader(self.host())));
    });
}

}  // namespace

const staffing_audit audit_extension{&read};

}  // namespace send_text
