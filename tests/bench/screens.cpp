// What the screens ask of the mock host, over HTTP, in an office of 10,000 employees and in one of 1,000;
// both have the seed's 374 active contacts. An answer of the same size must not take much longer in the
// larger one.

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>
#include <vector>

#include "bench/stopwatch.hpp"
#include "carrier/carrier_control.hpp"
#include "carrier/carrier_server.hpp"
#include "mock_host/app/first_start.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/staffing/seed/generated_employees.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/api.hpp"
#include "mock_host/web/event_hub.hpp"
#include "mock_host/web/running_host.hpp"
#include "mock_host/web/web_server.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

constexpr int rounds = 15;
constexpr double wanted_ms = 50;
constexpr double max_ratio = 8;     ///< of the larger office's median
constexpr double too_quick_ms = 2;  ///< for a ratio to say anything

struct Question {
    const char* what;
    const char* method;
    std::string target;
    std::string body = {};
    bool is_larger = false;  ///< the answer itself is larger in the larger office, and so not compared
};

/// A mock host in this process, with an office of so many employees, and one client that asks it.
class Office {
  public:
    explicit Office(std::size_t employees) {
        simulator_.start();
        StaffingDatabase& database = *database_;
        add_generated_employees(database, employees);
        RunningHostOptions options;
        options.data_folder = folder_.path();
        options.carrier_url = simulator_.base_url();
        options.clock_start_ms = 1'772'474'400'000;
        options.prepare_plugin = [this](RunningHost& host) { prepare_plugin(host, folder_.path()); };
        main_thread_ = std::thread([this, options] { live(options); });
        while (!is_ready_)
            std::this_thread::yield();
    }

    ~Office() {
        client_.reset();
        host_->stop();
        main_thread_.join();
    }

    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    std::string ask(const Question& question) {
        Poco::Net::HTTPRequest request(question.method, "/api/" + question.target,
                                       Poco::Net::HTTPMessage::HTTP_1_1);
        request.set("X-Mock-Host-Token", server_->token());
        request.setKeepAlive(true);
        if (!question.body.empty()) {
            request.setContentType("application/json");
            request.setContentLength64(static_cast<Poco::Int64>(question.body.size()));
        }
        client_->sendRequest(request) << question.body;
        Poco::Net::HTTPResponse response;
        std::string answer;
        Poco::StreamCopier::copyToString(client_->receiveResponse(response), answer);
        if (response.getStatus() == 200) return answer;
        throw std::runtime_error(question.target + " is answered with " +
                                 std::to_string(response.getStatus()) + ": " + answer);
    }

  private:
    void live(const RunningHostOptions& options) {
        RunningHost host(*database_, carrier_, options);
        host.on_main_thread([](Host& running) { running.session().log_in("aswanson"); });
        const Api api(host);
        WebServerOptions server_options;
        server_options.port = 0;
        WebServer server(
            server_options, [&](const ApiCall& call) { return api.answer(call); }, host.events());
        host_ = &host;
        server_ = &server;
        const std::jthread starter([&] {
            host.load(SEND_TEXT);
            client_ = std::make_unique<Poco::Net::HTTPClientSession>("127.0.0.1", server.port());
            client_->setKeepAlive(true);
            is_ready_ = true;
        });
        host.run();
    }

    const TemporaryFolder folder_;
    CarrierServer simulator_;
    CarrierControl carrier_{simulator_.base_url()};
    std::unique_ptr<StaffingDatabase> database_ = StaffingDatabase::in_memory();
    RunningHost* host_ = nullptr;
    WebServer* server_ = nullptr;
    std::unique_ptr<Poco::Net::HTTPClientSession> client_;
    std::atomic<bool> is_ready_{false};
    std::thread main_thread_;
};

std::string menu_of_all_contacts(Office& office) {
    json records = json::array();
    const json page = json::parse(office.ask({"", "GET", "contacts?status=active&limit=1000"}));
    for (const json& row : page.at("rows"))
        records.push_back({{"kind", "contact"}, {"id", row.at("id")}});
    return json{{"place", "contact_search"}, {"records", records}}.dump();
}

/// Who of all employees can be texted. The plug-in looks at them while the next things are asked.
std::string question_about_all_employees(Office& office) {
    json ids = json::array();
    std::size_t total = 1;
    while (ids.size() < total) {
        const std::string page = "employees?limit=1000&offset=" + std::to_string(ids.size());
        const json answer = json::parse(office.ask({"", "GET", page}));
        total = answer["total"];
        for (const json& row : answer["rows"])
            ids.push_back(row["id"]);
    }
    return json{{"kind", "employee"}, {"ids", ids}}.dump();
}

/// A thousand verdicts with reasons, which the plug-in has told of people who are not there. It must be the
/// office's first question about verdicts, so that it has the same address in each office.
std::string thousand_verdicts(Office& office) {
    json ids = json::array();
    for (int id = 1'000'000; id < 1'001'000; ++id)
        ids.push_back(id);
    const json started =
        json::parse(office.ask({"", "POST", "verdicts", json{{"kind", "employee"}, {"ids", ids}}.dump()}));
    const std::string path = "verdicts/" + std::to_string(started["id"].get<int>());
    while (!json::parse(office.ask({"", "GET", path}))["is_complete"].get<bool>())
        std::this_thread::yield();
    return path;
}

std::vector<Question> questions(Office& office) {
    return {
        {"the frame", "GET", "frame"},
        {"employees, first page", "GET", "employees?limit=1000"},
        {"employees, last page", "GET", "employees?offset=9000&limit=1000", {}, true},
        {"employees by name", "GET", "employees?last_name=B&limit=1000", {}, true},
        {"employees of a branch, active", "GET", "employees?branch_id=1&active=active&limit=1000", {}, true},
        {"employees by name, a few of them", "GET", "employees?last_name=B&limit=20"},
        {"all contacts", "GET", "contacts?status=all&limit=1000"},
        {"active contacts", "GET", "contacts?status=active&limit=1000"},
        {"an employee", "GET", "records/employee/5814"},
        {"an employee's messages", "GET", "records/employee/5814/messages"},
        {"the hotlists", "GET", "hotlists"},
        {"a hotlist", "GET", "hotlists/1"},
        {"an employee's menu", "POST", "menu",
         R"({"place":"employee_record","records":[{"kind":"employee","id":5814}]})"},
        {"the menu of all active contacts", "POST", "menu", menu_of_all_contacts(office)},
        {"the dialogs", "GET", "dialogs"},
        {"notifications", "GET", "notifications"},
        {"progresses", "GET", "progresses"},
        {"action codes", "GET", "action_codes"},
        {"settings", "GET", "settings"},
        {"accounts", "GET", "accounts"},
        {"the audit trail", "GET", "audit/entries"},
        {"the timeline", "GET", "timeline"},
        {"the log", "GET", "log"},
        {"the plug-in", "GET", "plugin"},
        {"handsets", "GET", "handsets"},
        {"the carrier", "GET", "carrier"},
        {"a thousand verdicts", "GET", thousand_verdicts(office)},
        // Last, since the plug-in goes on working at it.
        {"asking for all verdicts", "POST", "verdicts", question_about_all_employees(office), true}};
}

struct Times {
    double median_ms = 0;
    double max_ms = 0;
};

Times times_of(Office& office, const Question& question) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(1000 * bench::seconds_of([&] { office.ask(question); }));
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

}  // namespace

int main() {
    Office small(1'000);
    Office large(10'000);
    std::printf("%-34s %10s %10s %10s %8s\n", "", "median ms", "most ms", "of 1,000", "ratio");
    bool is_good = true;
    int slow = 0;
    thousand_verdicts(small);
    for (const Question& question : questions(large)) {
        const Times before = times_of(small, question);
        const Times now = times_of(large, question);
        const double ratio = now.median_ms / std::max(before.median_ms, too_quick_ms);
        std::printf("%-34s %10.2f %10.2f %10.2f %8.2f\n", question.what, now.median_ms, now.max_ms,
                    before.median_ms, ratio);
        is_good = is_good && (question.is_larger || ratio <= max_ratio);
        slow += now.median_ms > wanted_ms ? 1 : 0;
    }
    std::printf("%d medians are over %.0f ms; the ratio may be %.0f\n", slow, wanted_ms, max_ratio);
    return is_good ? 0 : 1;
}
