#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api/audit_trail.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/plugin_answer.hpp"
#include "mock_host/web/api/record_json.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"

// The plug-in's audit trail: to keep, to read, and as a picture of what became of each text.

namespace mock_host {

using nlohmann::json;

namespace {

constexpr std::size_t max_shown = 500;
/// A text has a handful of entries.
constexpr std::size_t max_read = 20 * max_shown;

/// A plug-in from before 1.2 has only CSV for programs.
std::string spreadsheet(const PluginCalls& plugin) {
    try {
        return plugin.audit_file(STAFFING_AUDIT_FORMAT_SPREADSHEET);
    } catch (const staffing::StatusError& e) {
        if (e.status() != STAFFING_STATUS_INVALID_ARGUMENT) throw;
        return plugin.audit_file(STAFFING_AUDIT_FORMAT_CSV);
    }
}

ApiResult download(const Endpoint& endpoint) {
    const std::string format = query_text(endpoint, "format");
    const bool is_csv = format == "csv";
    if (!is_csv && format != "jsonl") throw ApiError(400, "\"format\" must be csv or jsonl.");
    ApiResult result;
    endpoint.host.with_plugin([&](Host&, const PluginCalls& plugin) {
        result.body = is_csv ? spreadsheet(plugin) : plugin.audit_file(STAFFING_AUDIT_FORMAT_JSON_LINES);
    });
    result.content_type = is_csv ? "text/csv; charset=utf-8" : "application/jsonl";
    result.download_name = "audit." + format;
    return result;
}

ApiResult entries(const Endpoint& endpoint) {
    std::vector<json> newest;
    const std::string refusal = refusal_of_call(
        endpoint.host, [&](const PluginCalls& plugin) { newest = newest_audit_entries(plugin, max_shown); });
    std::reverse(newest.begin(), newest.end());
    return json_result({{"entries", newest}, {"refusal", refusal}});
}

/// The records of "employee 5814, contact 6553".
std::vector<RecordKey> records_in(const std::string& words) {
    std::vector<RecordKey> records;
    for (const RecordKind kind : {RecordKind::employee, RecordKind::contact}) {
        const std::string start = std::string(word(kind)) + " ";
        for (std::size_t at = words.find(start); at != std::string::npos; at = words.find(start, at + 1)) {
            std::int64_t id = 0;
            std::from_chars(words.data() + at + start.size(), words.data() + words.size(), id);
            records.push_back({kind, id});
        }
    }
    return records;
}

/// The texts that entries tell of, newest first. Of a text that waits for its turn the trail does not tell;
/// it was queued when its request was sent.
class Timeline {
  public:
    explicit Timeline(const std::vector<json>& audit_entries) {
        for (const json& entry : audit_entries) {
            const std::string action = entry.value("action", "");
            if (action == "send") sent_[entry.value("request", std::int64_t{0})] = state_of(entry);
            if (action == "text") add(entry);
        }
    }

    json texts(StaffingDatabase& database) const {
        json list = json::array();
        for (auto text = texts_.rbegin(); text != texts_.rend() && list.size() < max_shown; ++text) {
            json shown = text->second;
            shown["records"] = records_json(database, records_in(shown["records"]));
            list.push_back(std::move(shown));
        }
        return list;
    }

  private:
    static json state_of(const json& entry) {
        return {{"state", entry.value("outcome", "")},
                {"at", entry.value("at", "")},
                {"detail", entry.value("detail", "")}};
    }

    void add(const json& entry) {
        const auto request = entry.value("request", std::int64_t{0});
        json& text = texts_[entry.value("text", std::int64_t{0})];
        if (text.is_null()) {
            text = {{"text", entry.value("text", std::int64_t{0})},
                    {"request", request},
                    {"to", entry.value("to", "")},
                    {"line", entry.value("line", "")},
                    {"rep", entry.value("rep", "")},
                    {"states", json::array()}};
            if (const auto sent = sent_.find(request); sent != sent_.end())
                text["states"].push_back(sent->second);
        }
        text["records"] = entry.value("records", "");  // may have been merged since
        text["states"].push_back(state_of(entry));
    }

    std::map<std::int64_t, json> sent_;  ///< the first state of the texts of a request
    std::map<std::int64_t, json> texts_;
};

ApiResult timeline(const Endpoint& endpoint) {
    std::vector<json> audit_entries;
    const std::string refusal = unless_missing([&] {
        endpoint.host.with_plugin_as_administrator([&](Host&, const PluginCalls& plugin) {
            audit_entries = newest_audit_entries(plugin, max_read);
        });
    });
    return json_result(
        {{"texts", Timeline(audit_entries).texts(endpoint.host.database())}, {"refusal", refusal}});
}

}  // namespace

void add_audit_routes(Routes& routes) {
    routes.add_for_administrators("GET", "audit", download);
    routes.add_for_administrators("GET", "audit/entries", entries);
}

void add_timeline_routes(Routes& routes) {
    routes.add("GET", "timeline", timeline);
}

}  // namespace mock_host
