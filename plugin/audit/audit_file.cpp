#include "audit/audit_file.hpp"

#include <date/date.h>

#include <chrono>
#include <string_view>

#include <nlohmann/json.hpp>

namespace send_text {
namespace {

using Json = nlohmann::ordered_json;

std::string time_text(std::int64_t at_ms) {
    using namespace std::chrono;
    return date::format("%FT%TZ", date::sys_time<milliseconds>(milliseconds(at_ms)));
}

/// An entry's properties, in the order of the columns.
Json properties(const AuditEntry& entry) {
    return {{"id", entry.id},
            {"at", time_text(entry.at_ms)},
            {"rep_id", entry.who.rep_id},
            {"rep", entry.who.name},
            {"action", entry.action},
            {"subject", entry.subject},
            {"line", entry.line},
            {"to", entry.number},
            {"records", entry.records},
            {"request", entry.request_id},
            {"text", entry.text_id},
            {"outcome", entry.outcome},
            {"detail", entry.detail}};
}

/// RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front, which shows it as text;
/// phone numbers, which are ours, begin with their plus sign.
std::string csv_field(const Json& value, bool is_phone_number) {
    if (!value.is_string()) return value.dump();
    std::string text = value.get<std::string>();
    if (!is_phone_number && !text.empty() &&
        std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
        text.insert(0, 1, '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

std::string csv_line(const Json& entry, bool names) {
    std::string line;
    for (const auto& [name, value] : entry.items()) {
        if (!line.empty()) line += ',';
        line += names ? name : csv_field(value, name == "line" || name == "to");
    }
    return line + "\r\n";
}

}  // namespace

std::string audit_part(const std::vector<AuditEntry>& entries, AuditFormat format, bool is_first) {
    std::string part;
    if (format == AuditFormat::csv && is_first) part += csv_line(properties({}), true);
    for (const AuditEntry& entry : entries) {
        const Json told = properties(entry);
        part += format == AuditFormat::csv ? csv_line(told, false)
                                           : told.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    return part;
}

}  // namespace send_text
