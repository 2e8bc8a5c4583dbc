#include <nlohmann/json.hpp>
#include <sstream>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/transcript.hpp"

// audit

namespace mock_host {

using nlohmann::json;

namespace {

std::vector<json> entries_of(const std::string& json_lines) {
    std::vector<json> entries;
    std::istringstream stream(json_lines);
    for (std::string line; std::getline(stream, line);)
        entries.push_back(json::parse(line));
    return entries;
}

std::string draw(const json& entry) {
    std::string text = entry["rep"].get<std::string>() + " · " + entry["action"].get<std::string>();
    for (const char* const key : {"subject", "line", "to", "records", "outcome", "detail"}) {
        if (const std::string words = entry[key]; !words.empty()) text += " · " + words;
    }
    return text + "\n";
}

/// Whether an entry has all that is expected of it, as a part.
bool is_as(const json& entry, const json& expected) {
    for (const auto& [key, words] : expected.items()) {
        if (!entry.contains(key)) return false;
        const std::string text = entry[key].is_string() ? entry[key].get<std::string>() : entry[key].dump();
        if (text.find(words.is_string() ? words.get<std::string>() : words.dump()) == std::string::npos)
            return false;
    }
    return true;
}

void expect_in_order(const std::vector<json>& entries, const json& expected, const std::string& drawn) {
    auto at = entries.begin();
    for (const json& one : expected) {
        at = std::find_if(at, entries.end(), [&](const json& entry) { return is_as(entry, one); });
        if (at == entries.end()) throw NotAsStated("the entry " + one.dump() + ", in this order", drawn);
        ++at;
    }
}

Step audit(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const json expected = reader.list("has");
    const std::vector<std::string> lacks = reader.texts("lacks");
    reader.finish();
    return {"Reads the audit trail",
            [expected, lacks](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                stage.expect([&] {
                    std::string lines;
                    std::string csv;
                    stage.on_worker([&] {
                        lines = plugin.audit_file(STAFFING_AUDIT_FORMAT_JSON_LINES);
                        csv = plugin.audit_file(STAFFING_AUDIT_FORMAT_CSV);
                    });
                    std::string drawn;
                    const std::vector<json> entries = entries_of(lines);
                    for (const json& entry : entries)
                        drawn += draw(entry);
                    expect_in_order(entries, expected, drawn);
                    for (const std::string& words : lacks) {
                        if ((lines + csv).find(words) != std::string::npos)
                            throw NotAsStated("nothing of \"" + words + "\" in the audit trail", drawn);
                    }
                    if (!csv.starts_with("id,at,rep_id,rep,action,"))
                        throw NotAsStated("a CSV file with the names of its columns", csv.substr(0, 200));
                });
                std::string lines;
                stage.on_worker([&] { lines = plugin.audit_file(STAFFING_AUDIT_FORMAT_JSON_LINES); });
                std::string drawn;
                for (const json& entry : entries_of(lines))
                    drawn += draw(entry);
                stage.transcript().seen(drawn);
            },
            {}};
}

}  // namespace

StepFamily audit_steps() {
    return {{"audit", audit}};
}

}  // namespace mock_host
