#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "loader/host_for_tests.hpp"
#include "mock_host/loader/loaded_plugin.hpp"
#include "mock_host/loader/plugin_calls.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

struct Office {
    HostForTests test;
    PluginLibrary library{FIXTURE_PLUGIN};
    LoadedPlugin loaded{library, *test.host};
    PluginCalls calls{loaded.life()};

    explicit Office(std::set<std::string> without = {}) : test(std::move(without)) { loaded.activate(); }

    std::string log() {
        std::ostringstream text;
        text << std::ifstream(test.folder.path() / "mock_host.log").rdbuf();
        return text.str();
    }
};

template <class Deed>
staffing_status status_of(Deed deed) {
    try {
        deed();
    } catch (const staffing::StatusError& e) {
        return e.status();
    }
    return STAFFING_STATUS_OK;
}

}  // namespace

TEST_CASE("the form is described, looked at as it is typed, tested and saved") {
    const Office office;
    REQUIRE(office.calls.describe_accounts()["fields"].size() == 5);
    REQUIRE(office.calls.validate_account({{"username", "12"}}).empty());
    REQUIRE(office.calls.validate_account({{"username", "(1)"}}) ==
            std::map<std::string, std::string>{{"username", "The username must be all digits."}});

    const auto with = [](const char* password) { return json{{"username", "12"}, {"password", password}}; };
    const auto test = [&](const char* password) {
        return status_of([&] { office.calls.test_account(0, with(password)); });
    };
    REQUIRE(test("right") == STAFFING_STATUS_OK);
    REQUIRE(test("wrong") == STAFFING_STATUS_REFUSED);
    REQUIRE(test("offline") == STAFFING_STATUS_UNAVAILABLE);

    const std::int64_t id = office.calls.save_account(0, with("right"));
    REQUIRE(status_of([&] { office.calls.test_account(id, json::object()); }) == STAFFING_STATUS_OK);
    REQUIRE(office.calls.accounts().size() == 1);
    office.calls.remove_account(id);
    REQUIRE(office.calls.accounts().empty());
}

TEST_CASE("an action of an account is performed; one that it does not have now is not found") {
    const Office office;
    const std::int64_t id = office.calls.save_account(0, {{"username", "12"}, {"password", "right"}});
    office.calls.perform_account_action(id, "disable");
    REQUIRE(office.calls.accounts()[0]["state"] == "disabled");
    REQUIRE(status_of([&] { office.calls.perform_account_action(id, "disable"); }) ==
            STAFFING_STATUS_NOT_FOUND);
}

TEST_CASE("the parts of the audit trail, one behind the other, are the file") {
    const Office office;
    REQUIRE(office.calls.audit_file(STAFFING_AUDIT_FORMAT_JSON_LINES).empty());
    REQUIRE(office.calls.audit_file(STAFFING_AUDIT_FORMAT_CSV) == "id,action,subject\r\n");
    for (const char* const username : {"1", "2", "3"})
        office.calls.save_account(0, {{"username", username}, {"password", "right"}});

    const auto first = office.calls.read_audit(STAFFING_AUDIT_FORMAT_JSON_LINES, 0, 2);
    const auto second = office.calls.read_audit(STAFFING_AUDIT_FORMAT_JSON_LINES, first.last_id, 2);
    const auto third = office.calls.read_audit(STAFFING_AUDIT_FORMAT_JSON_LINES, second.last_id, 2);
    REQUIRE(first.last_id == 2);
    REQUIRE(second.last_id == 3);
    REQUIRE(third.last_id == 0);
    REQUIRE(third.text.empty());
    for (const std::int64_t most : {1, 2, 3, 1000})
        REQUIRE(office.calls.audit_file(STAFFING_AUDIT_FORMAT_JSON_LINES, most) == first.text + second.text);
    REQUIRE(office.calls.audit_file(STAFFING_AUDIT_FORMAT_CSV, 1) ==
            office.calls.audit_file(STAFFING_AUDIT_FORMAT_CSV, 1000));
}

TEST_CASE("the plug-in is told of another session, and sees it already") {
    Office office;
    office.test.host->session().log_out();
    office.calls.session_changed();
    REQUIRE_THAT(office.log(), ContainsSubstring("the session changed: nobody may text"));
    office.test.host->session().log_in("mjohansen");
    office.calls.session_changed();
    REQUIRE_THAT(office.log(), ContainsSubstring("the session changed: somebody who may text"));
}

TEST_CASE("a plug-in that does not want to know of sessions is not told") {
    Office office({STAFFING_EXT_SESSION});
    const auto offered = office.loaded.offered_extensions();
    REQUIRE(std::find(offered.begin(), offered.end(), "staffing.session_events/1") == offered.end());
    REQUIRE(std::find(offered.begin(), offered.end(), "staffing.audit/1") != offered.end());
    REQUIRE_NOTHROW(office.calls.session_changed());
    REQUIRE_THAT(office.log(), !ContainsSubstring("the session changed"));
}
