#include "mock_host/web/api/audit_trail.hpp"

#include <deque>
#include <sstream>
#include <string>

#include "mock_host/loader/plugin_calls.hpp"
#include "staffing_json/bounded_json.hpp"

namespace mock_host {

using nlohmann::json;

std::vector<json> newest_audit_entries(const PluginCalls& plugin, std::size_t most) {
    constexpr std::int64_t entries_of_a_part = 10'000;  // the most that the contract allows
    std::deque<std::string> lines;
    plugin.read_whole_audit(STAFFING_AUDIT_FORMAT_JSON_LINES, entries_of_a_part,
                            [&](const std::string& part) {
                                std::istringstream text(part);
                                for (std::string line; std::getline(text, line);) {
                                    lines.push_back(std::move(line));
                                    if (lines.size() > most) lines.pop_front();
                                }
                            });

    std::vector<json> entries;
    entries.reserve(lines.size());
    for (const std::string& line : lines) {
        json entry = staffing::json_or_discarded(line);
        if (!entry.is_object()) {
            throw staffing::StatusError(STAFFING_STATUS_INTERNAL_ERROR,
                                        "The plug-in's audit trail has a line that is not a JSON object.");
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace mock_host
