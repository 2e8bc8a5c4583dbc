#include "audit/audit_file.hpp"

#include <date/date.h>

#include <chrono>
#include <string_view>

#include <nlohmann/json.hpp>

#include "audit/audit_words.hpp"
#include "core/local_time.hpp"
#include "core/time.hpp"

namespace send_text {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // tells spreadsheets that it is UTF-8

std::string time_text(TimePoint at) {
    return date::format("%FT%TZ", at);
}

/// An entry's properties for programs, in the order of the columns.
Json properties(const AuditEntry& entry) {
    return {{"id", entry.id},
            {"at", time_text(entry.at)},
            {"rep_id", entry.who.rep_id},
            {"rep", entry.who.name},
            {"action", entry.action},
            {"subject", entry.subject},
            {"line", entry.line.str()},
            {"to", entry.number.str()},
            {"records", entry.records},
            {"request", number_of(entry.request_id)},
            {"text", number_of(entry.text_id)},
            {"outcome", entry.outcome},
            {"detail", entry.detail}};
}

/// The same in words, beside them.
Json describe(const AuditWords& described) {
    return {{"time", described.time},       {"rep", described.who},         {"action", described.action},
            {"subject", described.subject}, {"line", described.line},       {"to", described.number},
            {"records", described.records}, {"outcome", described.outcome}, {"detail", described.detail}};
}

/// An id; an empty cell where there is none.
Json id_cell(std::int64_t id) {
    return id == 0 ? Json("") : Json(id);
}

/// A row for people.
Json row_of(const AuditEntry& entry, const AuditWords& described, const std::string& zone) {
    return {{"Entry", entry.id},
            {"Time", described.time},
            {"Time zone", zone_abbreviation(entry.at, zone)},
            {"Time (UTC)", time_text(entry.at)},
            {"Who", described.who},
            {"What", described.action},
            {"Subject", described.subject},
            {"From", described.line},
            {"To", described.number},
            {"Whose number", described.records},
            {"Outcome", described.outcome},
            {"Detail", described.detail},
            {"Request", id_cell(number_of(entry.request_id))},
            {"Text", id_cell(number_of(entry.text_id))}};
}

/// RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front, which shows it as text.
std::string csv_field(const Json& value, bool may_begin_with_plus) {
    if (!value.is_string()) return value.dump();
    std::string text = value.get<std::string>();
    const std::string_view risky = may_begin_with_plus ? "=-@\t\r" : "=+-@\t\r";
    if (!text.empty() && risky.find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

std::string csv_names(const Json& entry) {
    std::string line;
    for (const auto& [name, value] : entry.items())
        line += (line.empty() ? "" : ",") + name;
    return line + "\r\n";
}

/// For programs phone numbers, which are ours, keep their plus sign.
std::string csv_line(const Json& entry, bool is_for_programs) {
    std::string line;
    for (const auto& [name, value] : entry.items()) {
        if (!line.empty()) line += ',';
        line += csv_field(value, is_for_programs && (name == "line" || name == "to"));
    }
    return line + "\r\n";
}

std::string csv_part(const std::vector<AuditEntry>& entries, bool is_first) {
    std::string part = is_first ? csv_names(properties({})) : std::string();
    for (const AuditEntry& entry : entries)
        part += csv_line(properties(entry), true);
    return part;
}

std::string spreadsheet_part(const std::vector<AuditEntry>& entries, bool is_first, const AuditNames& names) {
    std::string part;
    if (is_first) part = std::string(byte_order_mark) + csv_names(row_of({}, {}, {}));
    const std::vector<AuditWords> described = AuditReader(names).describe(entries);
    for (std::size_t at = 0; at < entries.size(); ++at)
        part += csv_line(row_of(entries[at], described[at], names.time_zone), false);
    return part;
}

std::string json_part(const std::vector<AuditEntry>& entries, const AuditNames& names) {
    std::string part;
    const std::vector<AuditWords> described = AuditReader(names).describe(entries);
    for (std::size_t at = 0; at < entries.size(); ++at) {
        Json entry = properties(entries[at]);
        entry["words"] = describe(described[at]);
        part += entry.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    return part;
}

}  // namespace

std::string audit_part(const std::vector<AuditEntry>& entries, AuditFormat format, bool is_first,
                       const AuditNames& names) {
    switch (format) {
        case AuditFormat::spreadsheet:
            return spreadsheet_part(entries, is_first, names);
        case AuditFormat::json_lines:
            return json_part(entries, names);
        case AuditFormat::csv:
            break;
    }
    return csv_part(entries, is_first);
}

}  // namespace send_text
