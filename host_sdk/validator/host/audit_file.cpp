#include "host/audit_file.hpp"

#include <regex>
#include <utility>

#include "runner/outcome.hpp"
#include "staffing_json/bounded_json.hpp"

namespace validator {

using Json = nlohmann::json;

namespace {

bool is_number(const std::string& property) {
    return property == "id" || property == "rep_id" || property == "request" || property == "text";
}

void expect_entry(const Json& entry, const std::string& line) {
    static const std::regex time(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)");
    expect(entry.is_object(), "A line of the audit trail is not a JSON object: " + line);
    for (const std::string& property : audit_properties()) {
        expect(entry.contains(property), "An entry of the audit trail has no " + property + ": " + line);
        const bool is_right =
            is_number(property) ? entry[property].is_number_integer() : entry[property].is_string();
        expect(is_right, "An entry of the audit trail has the wrong type for " + property + ": " + line);
    }
    expect(std::regex_match(entry["at"].get<std::string>(), time),
           "The time of an entry is not in UTC with milliseconds: " + line);
}

}  // namespace

const std::vector<std::string>& audit_properties() {
    static const std::vector<std::string> properties = {"id",      "at",      "rep_id", "rep",     "action",
                                                        "subject", "line",    "to",     "records", "request",
                                                        "text",    "outcome", "detail"};
    return properties;
}

std::vector<std::int64_t> ids_of_json_lines(std::string_view text) {
    std::vector<std::int64_t> ids;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        expect(end != text.npos, "The last line of a part of the audit trail has no line end.");
        const std::string line(text.substr(0, end));
        text.remove_prefix(end + 1);
        const Json entry = staffing::json_or_discarded(line);
        expect_entry(entry, line);
        ids.push_back(entry["id"].get<std::int64_t>());
    }
    return ids;
}

std::vector<std::vector<std::string>> rows_of_csv(std::string_view text) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string field;
    bool is_quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter == '"') {
            const bool is_doubled = is_quoted && at + 1 < text.size() && text[at + 1] == '"';
            if (is_doubled) field += text[++at];
            if (!is_doubled) is_quoted = !is_quoted;
        } else if (is_quoted || (letter != ',' && letter != '\r' && letter != '\n')) {
            field += letter;
        } else if (letter != '\r') {
            row.push_back(std::exchange(field, {}));
            if (letter == '\n') rows.push_back(std::exchange(row, {}));
        }
    }
    expect(!is_quoted && field.empty() && row.empty(), "The last line of a part of the CSV has no line end.");
    return rows;
}

}  // namespace validator
