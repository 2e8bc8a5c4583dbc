#include <pthread.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "abi/plugin/every_call.hpp"
#include "abi/plugin/running_carrier.hpp"
#include "staffing/ext/account_actions.h"
#include "staffing/ext/audit.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/settings.h"

using namespace abi;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

const staffing_string* const no_string = nullptr;
const staffing_string_sink* const no_sink = nullptr;
const staffing_string_sink empty_sink{nullptr, nullptr};

void refused(const Answer& answer, staffing_status status) {
    CHECK(answer.status == status);
    CHECK_FALSE(answer.words.empty());
}

struct Administration : RunningCarrier, ActiveSendText {
    const staffing_settings& settings = text.table<staffing_settings>(STAFFING_EXT_SETTINGS);
    const staffing_external_service& service =
        text.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE);

    json values() {
        const staffing::StringCollector answer;
        REQUIRE(text.on_main(settings.values, answer.sink()).status == STAFFING_STATUS_OK);
        return json::parse(answer.text());
    }
    json accounts() {
        const staffing::StringCollector answer;
        REQUIRE(text.on_worker(service.list, answer.sink()).status == STAFFING_STATUS_OK);
        return json::parse(answer.text())["accounts"];
    }
    Answer change(const std::string& values_json, json* problems = nullptr) {
        const staffing::StringCollector answer;
        const staffing_string given = staffing::abi(values_json);
        const Answer changed = text.on_worker(settings.change, &given, answer.sink());
        if (problems != nullptr) *problems = json::parse(answer.text());
        return changed;
    }
    Answer save(std::int64_t account_id, const std::string& values_json) {
        const staffing_string given = staffing::abi(values_json);
        std::int64_t saved_id = 0;
        return text.on_worker(service.save, account_id, &given, &saved_id);
    }
};

/// Does something on a thread whose stack is as small as hosts make them.
void on_small_stack(const std::function<void()>& work) {
    pthread_attr_t small;
    REQUIRE(pthread_attr_init(&small) == 0);
    REQUIRE(pthread_attr_setstacksize(&small, 256U << 10U) == 0);
    pthread_t thread{};
    const auto run = [](void* given) -> void* {
        (*static_cast<const std::function<void()>*>(given))();
        return nullptr;
    };
    auto* const given = const_cast<std::function<void()>*>(&work);
    REQUIRE(pthread_create(&thread, &small, run, given) == 0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&small);
}

/// What is neither an object nor, mostly, JSON.
const std::vector<std::string> no_objects{"", "{", "[]", "null", "7", "\"x\"", "[[[[", "{\"a\": }", "{} {}"};

}  // namespace

TEST_CASE_METHOD(Administration,
                 "JSON that is nested deep or is huge is refused, on the smallest of stacks too") {
    const auto nested = [](const std::string& level, std::size_t depth) {
        std::string json_text = R"({"owner": )";
        for (std::size_t at = 0; at < depth; ++at)
            json_text += level;
        return json_text;
    };
    const struct {
        std::string given;
        staffing_status status;
    } cases[] = {{nested("[", 60'000), STAFFING_STATUS_INVALID_ARGUMENT},
                 {nested(R"({"a":)", 12'000), STAFFING_STATUS_INVALID_ARGUMENT},
                 {nested("[", 30'000) + std::string(30'000, ']') + "}", STAFFING_STATUS_INVALID_ARGUMENT},
                 {R"({"owner": ")" + std::string(1U << 20U, 'x') + "\"}", STAFFING_STATUS_TOO_LARGE}};
    for (const auto& [given, status] : cases) {
        INFO(given.substr(0, 40));
        const staffing_string values = staffing::abi(given);
        std::int64_t saved_id = 0;
        std::vector<Answer> answers;
        text.work([&, &values = values] {
            on_small_stack([&] {
                answers = {text.on_main(service.test, std::int64_t{0}, &values),
                           text.on_main(service.save, std::int64_t{0}, &values, &saved_id),
                           text.on_main(service.validate, &values, &no_text),
                           text.on_main(settings.change, &values, &no_text)};
            });
        });
        for (const Answer& answer : answers)
            refused(answer, status);
    }
    CHECK(accounts().empty());
}

TEST_CASE_METHOD(Administration, "settings refuse NULL and what is no object, and stay as they are") {
    const json before = values();
    const staffing_string nothing = staffing::abi("{}");
    const staffing_string no_data{nullptr, 7};
    const staffing_string broken = staffing::abi("{\"ca_file\": \"\xFF\"}");
    const std::string long_text(std::size_t{17} << 20U, ' ');
    const staffing_string oversized = staffing::abi(long_text);
    refused(text.on_main(settings.describe, no_sink), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_main(settings.describe, &empty_sink), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_main(settings.values, no_sink), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_worker(settings.change, no_string, &no_text), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_worker(settings.change, &nothing, no_sink), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_worker(settings.change, &no_data, &no_text), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_worker(settings.change, &broken, &no_text), STAFFING_STATUS_INVALID_UTF8);
    refused(text.on_worker(settings.change, &oversized, &no_text), STAFFING_STATUS_TOO_LARGE);
    for (const std::string& no_object : no_objects) {
        INFO(no_object);
        const Answer answer = change(no_object);
        CHECK(
            (answer.status == STAFFING_STATUS_INVALID_ARGUMENT || answer.status == STAFFING_STATUS_REFUSED));
        CHECK_FALSE(answer.words.empty());
    }
    CHECK(values() == before);
}

TEST_CASE_METHOD(Administration,
                 "settings of nonsense are refused key by key, and one bad value changes nothing") {
    const json before = values();
    for (const json& nonsense : {json{{"no_such_setting", 1}},
                                 json{{"", ""}},
                                 json{{"batch_window_seconds", "day"}},
                                 json{{"batch_window_seconds", 59}},
                                 json{{"batch_window_seconds", -1}},
                                 json{{"batch_window_seconds", 1e300}},
                                 json{{"batch_window_seconds", ~std::uint64_t{0}}},
                                 json{{"batch_window_seconds", 3600.5}},
                                 json{{"batch_window_seconds", nullptr}},
                                 json{{"poll_interval_seconds", 0}},
                                 json{{"default_region", "us"}},
                                 json{{"default_region", 7}},
                                 json{{"default_region", "USA"}},
                                 json{{"method_order", json::array()}},
                                 json{{"method_order", "sms"}},
                                 json{{"method_order", {"sms", "sms"}}},
                                 json{{"method_order", {"fax"}}},
                                 json{{"method_order", json::object()}},
                                 json{{"zipwhip_base_url", "ftp://example"}},
                                 json{{"action_code", ""}},
                                 json{{"action_code", "no such code"}},
                                 json{{"action_code", {"Text"}}},
                                 json{{"batch_window_seconds", 3600}, {"poll_interval_seconds", "x"}}}) {
        INFO(nonsense.dump());
        json problems;
        refused(change(nonsense.dump(), &problems), STAFFING_STATUS_REFUSED);
        CHECK(problems.size() == 1);
    }
    CHECK(values() == before);
    CHECK(change(R"({"batch_window_seconds": 3600})").status == STAFFING_STATUS_OK);
    CHECK(values()["batch_window_seconds"] == 3600);
    text.deactivate();
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    CHECK(values()["batch_window_seconds"] == 3600);
}

TEST_CASE_METHOD(Administration, "accounts refuse NULL and values of nonsense, and none is half made") {
    REQUIRE(text.add_account(carrier.base_url()).status == STAFFING_STATUS_OK);
    const json before = accounts();
    REQUIRE(before.size() == 1);
    CHECK(before.dump().find("secret") == std::string::npos);

    const staffing_string nothing = staffing::abi("{}");
    std::int64_t saved_id = 0;
    std::int64_t* const no_id = nullptr;
    const std::int64_t new_account = 0;
    refused(text.on_main(service.describe, no_sink), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_main(service.validate, no_string, &no_text), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_main(service.validate, &nothing, no_sink), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_worker(service.test, new_account, no_string), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_worker(service.save, new_account, no_string, &saved_id),
            STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_worker(service.save, new_account, &nothing, no_id), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_worker(service.list, no_sink), STAFFING_STATUS_INVALID_ARGUMENT);

    for (const std::int64_t unknown : {std::int64_t{-1}, std::int64_t{4711}, INT64_MIN, INT64_MAX}) {
        const staffing_string given = staffing::abi(
            R"({"owner": "branch", "branch": "3", "carrier": "zipwhip", "username": "6515550101"})");
        refused(text.on_worker(service.test, unknown, &given), STAFFING_STATUS_NOT_FOUND);
        refused(text.on_worker(service.save, unknown, &given, &saved_id), STAFFING_STATUS_NOT_FOUND);
        refused(text.on_worker(service.remove, unknown), STAFFING_STATUS_NOT_FOUND);
    }
    refused(text.on_worker(service.remove, new_account), STAFFING_STATUS_NOT_FOUND);

    std::vector<std::string> nonsense = no_objects;
    for (const json& change :
         {json{{"owner", "nobody"}}, json{{"owner", 7}}, json{{"service_rep", "x"}}, json{{"service_rep", 1}},
          json{{"service_rep", "99999999999999999999"}}, json{{"carrier", "pigeon"}},
          json{{"username", "(651) 555-0100"}}, json{{"username", ""}}, json{{"username", nullptr}},
          json{{"username", std::string(100'000, '1')}}, json{{"password", ""}}, json{{"password", 7}}}) {
        json values{{"owner", "user"},
                    {"service_rep", "1"},
                    {"carrier", "zipwhip"},
                    {"username", "6515550102"},
                    {"password", "secret"}};
        values.update(change);
        nonsense.push_back(values.dump());
    }
    for (const std::string& values : nonsense) {
        INFO(values.substr(0, 200));
        const Answer answer = save(0, values);
        CHECK(
            (answer.status == STAFFING_STATUS_INVALID_ARGUMENT || answer.status == STAFFING_STATUS_REFUSED));
        CHECK_FALSE(answer.words.empty());
    }
    CHECK(accounts() == before);
}

TEST_CASE_METHOD(Administration, "a carrier that is not there makes no account") {
    const Answer answer = text.add_account("http://127.0.0.1:1");
    refused(answer, STAFFING_STATUS_UNAVAILABLE);
    CHECK(accounts().empty());
}

namespace {

/// What only administrators do, but for backups, and for what merely describes it.
std::vector<Call> administration(const SendText& text) {
    std::vector<Call> calls = every_call(text);
    std::erase_if(calls, [](const Call& call) {
        const std::string extension = call.name.substr(0, call.name.find('.'));
        return (extension != "external_service" && extension != "settings") ||
               call.name.ends_with(".describe");
    });
    const auto* const actions = &text.table<staffing_account_actions>(STAFFING_EXT_ACCOUNT_ACTIONS);
    const auto* const audit = &text.table<staffing_audit>(STAFFING_EXT_AUDIT);
    calls.push_back({"account_actions.perform", Where::worker, [=](auto* plugin, auto* error) {
                         const staffing_string disable = staffing::abi("disable");
                         return actions->perform(plugin, 4711, &disable, error);
                     }});
    calls.push_back({"audit.read", Where::worker, [=](auto* plugin, auto* error) {
                         std::int64_t last_id = 0;
                         return audit->read(plugin, STAFFING_AUDIT_FORMAT_JSON_LINES, 0, 1, &no_text,
                                            &last_id, error);
                     }});
    return calls;
}

}  // namespace

TEST_CASE("administration is refused to whoever has no permission, at every call and in words") {
    const ActiveSendText active;
    const std::vector<Call> calls = administration(active.text);
    REQUIRE(calls.size() == 9);
    const auto all_refused = [&](staffing_status status, const std::string& words) {
        for (const Call& call : calls) {
            INFO(call.name);
            const Answer answer = make(call, active.text, active.text.c());
            CHECK(answer.status == status);
            CHECK(answer.words == words);
        }
    };
    active.mock.host->session().log_in("mjohansen");
    all_refused(
        STAFFING_STATUS_PERMISSION_DENIED,
        "Maria Johansen does not have the permission to administer Send Text. Ask an administrator for "
        "it.");
    active.mock.host->session().log_out();
    all_refused(STAFFING_STATUS_NOT_LOGGED_IN, "Nobody is logged in. Log in as an administrator first.");
}

TEST_CASE("in a host from before the permission whoever is logged in administers, and nobody else") {
    HostForTests mock;
    SendText text(mock, {}, 1);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    const auto& service = text.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE);
    mock.host->session().log_in("mjohansen");
    CHECK(text.on_worker(service.list, &no_text).status == STAFFING_STATUS_OK);
    mock.host->session().log_out();
    CHECK(text.on_worker(service.list, &no_text).status == STAFFING_STATUS_NOT_LOGGED_IN);
}
