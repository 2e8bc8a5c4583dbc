#include <nlohmann/json.hpp>

#include "mock_host/loader/resolution.hpp"
#include "mock_host/web/api/input.hpp"
#include "mock_host/web/api/plugin_answer.hpp"
#include "mock_host/web/api/routes.hpp"
#include "mock_host/web/api/subjects.hpp"
#include "mock_host/web/running_host.hpp"
#include "mock_host/web/verdict_jobs.hpp"

// Who of a search can be texted, as the plug-in says it, while the page is already used.

namespace mock_host {

using nlohmann::json;

namespace {

constexpr std::size_t max_records = 100'000;
constexpr std::size_t max_verdicts = 1000;  ///< of one answer

std::vector<RecordKey> records_of(const Endpoint& endpoint) {
    const json& body = body_of(endpoint);
    const std::string name = text_at(body, "kind");
    const auto kind = kind_of(name);
    if (!kind) throw ApiError(400, "\"" + name + "\" is not a kind of record: employee or contact.");
    const json& ids = list_at(body, "ids");
    if (ids.size() > max_records) throw ApiError(400, "At most 100,000 records can be checked at once.");
    std::vector<RecordKey> records;
    records.reserve(ids.size());
    for (const json& id : ids) {
        if (!id.is_number_integer()) throw ApiError(400, "Each of \"ids\" must be a whole number.");
        records.push_back({*kind, id.get<std::int64_t>()});
    }
    return records;
}

ApiResult start(const Endpoint& endpoint) {
    std::vector<RecordKey> records = records_of(endpoint);
    std::uint64_t id = 0;
    const std::string refusal =
        unless_missing([&] { id = endpoint.host.verdicts().start(std::move(records)); });
    return json_result({{"id", id}, {"refusal", refusal}});
}

std::uint64_t job_in_path(const Endpoint& endpoint) {
    return static_cast<std::uint64_t>(id_in_path(endpoint, 0, "request for verdicts"));
}

ApiResult part(const Endpoint& endpoint) {
    const std::uint64_t id = job_in_path(endpoint);
    const auto resolution = endpoint.host.verdicts().find(id);
    if (resolution == nullptr)
        throw ApiError(404, "There is no request for verdicts " + std::to_string(id) + ".");
    const std::int64_t after = query_integer(endpoint, "after").value_or(0);
    if (after < 0) throw ApiError(400, "\"after\" must be 0 or more.");
    const Resolution::Part part = resolution->part(static_cast<std::size_t>(after), max_verdicts);
    json verdicts = json::array();
    for (const RecordVerdict& verdict : part.verdicts) {
        verdicts.push_back({{"id", verdict.record.id},
                            {"can_text", verdict.can_text},
                            {"reason", verdict.reason},
                            {"method", verdict.method_id}});
    }
    return json_result({{"verdicts", std::move(verdicts)},
                        {"next", part.next},
                        {"judged", part.judged},
                        {"total", resolution->records().size()},
                        {"is_complete", part.is_complete},
                        {"failure", part.failure}});
}

ApiResult end(const Endpoint& endpoint) {
    endpoint.host.verdicts().end(job_in_path(endpoint));
    return done();
}

}  // namespace

void add_verdict_routes(Routes& routes) {
    routes.add("POST", "verdicts", start);
    routes.add("GET", "verdicts/{}", part);
    routes.add("DELETE", "verdicts/{}", end);
}

}  // namespace mock_host
