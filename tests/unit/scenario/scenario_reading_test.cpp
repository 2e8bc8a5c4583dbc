#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/scenario.hpp"
#include "mock_host/loader/time_text.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using nlohmann::json;

namespace {

void expect_refused(const json& source, const std::string& where, const std::string& words) {
    INFO(source.dump());
    REQUIRE_THROWS_MATCHES(read_scenario(source), ScenarioError,
                           MessageMatches(ContainsSubstring(where) && ContainsSubstring(words)));
}

void expect_step_refused(const json& step, const std::string& words) {
    expect_refused({{"name", "x"}, {"steps", {{{"log_out", json::object()}}, step}}}, "step 2", words);
}

}  // namespace

TEST_CASE("a key or a step that there is not is named, with those that there are") {
    expect_refused({{"name", "x"}, {"steps", json::array()}, {"stepps", 1}}, "\"stepps\"",
                   "accounts, clock, description, name, settings, steps, user, withhold_extensions");
    expect_step_refused(
        {{"presss", "Send"}},
        "advance, all_handsets, audit, back_up, backups, carrier_account, carrier_clock, change_settings");
    expect_step_refused({{"type", {{"text", "a"}, {"onto", "b"}}}},
                        "\"onto\" here. The keys are: into, text");
    expect_step_refused({{"dialog", {{"rows", {{{"title", "a"}, {"marks", "ok"}}}}}}}, "\"marks\"");
    expect_step_refused({{"press", "Send"}, {"choose", "Send Text"}}, "two");
    expect_step_refused({{"comment", "nothing"}}, "does nothing");
    expect_step_refused("press", "a step is an object");
}

TEST_CASE("values that cannot be used are refused before anything is done") {
    expect_refused(json::array(), "the scenario", "an object is expected");
    expect_refused({{"name", "x"}}, "the scenario", "\"steps\" is missing");
    expect_refused({{"name", "x"}, {"steps", json::array()}, {"clock", "tomorrow"}}, "clock", "not a time");
    expect_refused({{"name", "x"}, {"steps", json::array()}, {"withhold_extensions", {"staffing.sun/1"}}},
                   "sun", "no extension");
    expect_step_refused({{"open_menu", {{"place", "kitchen"}, {"records", "employee:1"}}}},
                        "The places are: contact_");
    expect_step_refused({{"open_menu", {{"place", "employee_record"}}}}, "either \"records\" or \"search\"");
    expect_step_refused({{"open_menu", {{"place", "hotlist"}}}}, "\"hotlist\" is missing");
    expect_step_refused({{"open_menu", {{"place", "hotlist_row"}, {"hotlist", "Snow crew"}}}}, "\"row\"");
    expect_step_refused({{"advance", "a while"}}, "not a duration");
    expect_step_refused({{"switch_handset", {{"number", "651-428-7716"}}}}, "say what is to change");
    expect_step_refused({{"reply", {{"from", "Bob"}, {"text", "Hi"}}}}, "not a phone number");
    expect_step_refused({{"type", {{"text", 7}}}}, "\"text\" must be a string");
    expect_step_refused({{"save_account", {{"username", 6515550100}}}}, "\"username\" must be a string");
    expect_step_refused({{"save_account", {{"refused", "a"}, {"unavailable", "b"}}}}, "two outcomes");
    expect_step_refused({{"validate_account", {{"username", "1"}}}}, "\"problems\" is missing");
    expect_step_refused({{"accounts", json::array()}}, "an object is expected");
    expect_step_refused({{"accounts", {{"are", {{{"labels", "a"}}}}}}}, "\"labels\"");
    expect_step_refused({{"settings", {{"described", {{"pause", 5}}}}}}, "\"pause\" must be an object");
    expect_step_refused({{"audit", {{"format", "xml"}}}}, "csv, json_lines or spreadsheet");
    expect_step_refused({{"audit", {{"file", "audit.csv"}}}}, "needs a \"format\"");
    expect_step_refused({{"audit", {{"format", "csv"}, {"file", "../audit.csv"}}}}, "without folders");
    expect_step_refused({{"audit", {{"has", {"send"}}}}}, "a list of entries");
}

TEST_CASE("all scenarios of the project can be read") {
    std::size_t count = 0;
    for (const auto& file : std::filesystem::directory_iterator(SCENARIOS)) {
        if (file.path().extension() != ".json" || file.path().stem().extension() == ".schema") continue;
        INFO(file.path());
        REQUIRE_FALSE(read_scenario_file(file.path()).name.empty());
        ++count;
    }
    REQUIRE(count > 0);
}

TEST_CASE("times and durations are read as people write them") {
    REQUIRE(milliseconds_from_duration("90s") == 90'000);
    REQUIRE(milliseconds_from_duration("2h30m") == 9'000'000);
    REQUIRE(milliseconds_from_duration("1d") == 86'400'000);
    REQUIRE(milliseconds_from_duration("250ms") == 250);
    for (const char* const text : {"", "s", "5", "5x", "-5s", "5 s"})
        REQUIRE_FALSE(milliseconds_from_duration(text));
    REQUIRE(milliseconds_from_iso("2026-03-02T15:00:00Z") == 1'772'463'600'000);
    REQUIRE(iso_from_milliseconds(1'772'463'600'007) == "2026-03-02T15:00:00.007Z");
    REQUIRE(iso_from_milliseconds(-1) == "1969-12-31T23:59:59.999Z");
    for (const char* const text :
         {"", "2026-02-30T00:00:00Z", "2026-03-02T24:00:00Z", "2026-03-02 15:00:00Z"})
        REQUIRE_FALSE(milliseconds_from_iso(text));
}
