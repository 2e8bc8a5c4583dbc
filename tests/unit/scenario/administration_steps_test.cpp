#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/steps/accounts_expectation.hpp"
#include "scenario/played_scenario.hpp"

using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

Played play_text(const char* steps) {
    return play_steps(json::parse(steps));
}

void expect_as_stated(const char* steps) {
    const Played played = play_text(steps);
    INFO(played.transcript);
    REQUIRE(played.code == 0);
}

/// Steps whose last one is not as stated, and the words that say so.
void expect_not_as_stated(const char* steps, const std::string& words) {
    const Played played = play_text(steps);
    INFO(played.transcript);
    REQUIRE(played.code == 1);
    REQUIRE_THAT(played.transcript, ContainsSubstring(words));
}

}  // namespace

TEST_CASE("an account is filled in, tested, saved, changed, disabled and removed") {
    const Played played = play_text(R"([
      {"validate_account": {"username": "1-2", "password": "x", "problems": {"username": "all digits"}}},
      {"validate_account": {"username": "12", "password": "x", "problems": {}}},
      {"test_connection": {"username": "12", "password": "wrong", "refused": "refused the login"}},
      {"test_connection": {"username": "12", "password": "offline", "unavailable": "cannot be reached"}},
      {"test_connection": {"username": "12", "password": "right"}},
      {"accounts": {"are": []}},
      {"save_account": {"username": "1-2", "password": "x", "refused": "all digits"}},
      {"save_account": {"username": "12", "password": "offline", "unavailable": "cannot be reached"}},
      {"save_account": {"username": "12", "password": "right", "office": "Eagan", "keeper": "dnguyen"}},
      {"save_account": {"username": "12", "password": "kept as it is"}},
      {"accounts": {"are": [{"label_contains": "Fixture 12", "state": "in_use", "actions": ["Disable"]}]}},
      {"test_connection": {"account": "12"}},
      {"test_connection": {"account": "Fixture 12", "password": "wrong", "refused": "refused"}},
      {"save_account": {"edit": "12", "size": "large"}},
      {"account_action": {"account": "12", "action": "Disable"}},
      {"accounts": {"are": [{"state": "disabled", "problem_contains": "Nobody", "actions": ["Enable"]}]}},
      {"remove_account": "12"},
      {"accounts": {"are": []}}])");
    INFO(played.transcript);
    REQUIRE(played.code == 0);
    REQUIRE_THAT(played.transcript,
                 ContainsSubstring("username: The username must be all digits.") &&
                     ContainsSubstring("It is there already and is kept.") &&
                     ContainsSubstring("· Fixture 12 (disabled) — ! Nobody can use it. (Enable)"));
}

TEST_CASE("of the form's fields branches and reps go by their ids, and a choice nobody made is its first") {
    expect_as_stated(R"([
      {"save_account": {"username": "12", "password": "right", "office": "Eagan", "keeper": "dnguyen"}},
      {"audit": {"has": [{"action": "account.save", "subject": "size \"small\",\r\n12"}]}},
      {"save_account": {"edit": "12", "size": "large"}},
      {"audit": {"has": [{"subject": "small"}, {"id": 2, "subject": "size \"large\""}]}}])");
    const auto code = [](const char* step) { return play_steps(json::array({json::parse(step)})).code; };
    REQUIRE(code(R"({"save_account": {"username": "12", "colour": "red"}})") == 2);
    REQUIRE(code(R"({"save_account": {"username": "12", "office": "Nowhere"}})") == 2);
    REQUIRE(code(R"({"save_account": {"username": "12", "keeper": "nobody"}})") == 2);
    REQUIRE(code(R"({"save_account": {"edit": "12", "password": "x"}})") == 2);
    REQUIRE(code(R"({"account_action": {"account": "12", "action": "Disable"}})") == 2);
    REQUIRE(code(R"({"remove_account": "12"})") == 2);
}

TEST_CASE("what an administrator does and ends otherwise is not as stated") {
    expect_not_as_stated(R"([{"save_account": {"username": "12", "password": "right", "refused": "login"}}])",
                         "It was done.");
    expect_not_as_stated(
        R"([{"save_account": {"username": "12", "password": "offline", "refused": "cannot be"}}])",
        "Expected: the account is refused");
    expect_not_as_stated(
        R"([{"save_account": {"username": "12", "password": "offline", "unavailable": "on strike"}}])",
        "it must contain \"on strike\"");
    expect_not_as_stated(R"([{"save_account": {"username": "12", "password": "wrong"}}])",
                         "The carrier refused the login.");
    expect_not_as_stated(R"([{"validate_account": {"username": "12", "problems": {"username": "digits"}}}])",
                         "\"digits\" at the field username");
    expect_not_as_stated(R"([{"validate_account": {"username": "1-2", "problems": {}}}])",
                         "so many fields with a problem: 0");
    expect_not_as_stated(R"([{"save_account": {"username": "12", "password": "right"}},
                             {"account_action": {"account": "12", "action": "Enable"}}])",
                         "the action \"Enable\"");
}

TEST_CASE("a list of accounts that is another one is shown whole") {
    const json form = json::parse(R"({"fields": []})");
    const json accounts = json::parse(R"([{"id": 1, "label": "Fixture 12", "values": {"username": "12"},
                                           "actions": [{"id": "disable", "label": "Disable"}]}])");
    const auto seen = [&](const char* list) {
        const json source{{"are", json::parse(list)}};
        mock_host::ObjectReader reader(source, "a step");
        const mock_host::AccountsExpectation expected(reader);
        try {
            expected.check(accounts, form);
        } catch (const mock_host::NotAsStated& e) {
            REQUIRE(e.seen() == "· Fixture 12 (Disable)\n");
            return e.expected();
        }
        return std::string();
    };
    REQUIRE(seen(R"([{"label_contains": "12", "actions": ["Disable"]}])").empty());
    REQUIRE(seen("[]") == "so many accounts: 0");
    REQUIRE(seen(R"([{"label_contains": "13"}])") == "account 1: of its label: it must contain \"13\"");
    REQUIRE(seen(R"([{"state": "disabled"}])") == "account 1: it is disabled");
    REQUIRE(seen(R"([{"problem_contains": "stopped"}])") ==
            "account 1: of its problem: it must contain \"stopped\"");
    REQUIRE(seen(R"([{"actions": ["Enable"]}])") == "account 1: exactly these actions: [\"Enable\"]");
}

TEST_CASE("a secret in the list of accounts is never as stated") {
    expect_not_as_stated(R"([{"save_account": {"username": "12", "password": "leaked"}},
                             {"accounts": {"are": [{"label_contains": "12"}]}}])",
                         "a list without the secret field \"password\"");
}

TEST_CASE("settings are seen with their values, types and bounds") {
    const Played played = play_text(R"([{"settings": {
        "values": {"pause": 5, "words": ""},
        "described": {"pause": {"type": "integer", "minimum": 1, "maximum": 60, "default": 5, "label": "Pau"}}}}])");
    INFO(played.transcript);
    REQUIRE(played.code == 0);
    REQUIRE_THAT(played.transcript, ContainsSubstring("· Pause: 5 seconds (1 to 60)"));
    expect_not_as_stated(R"([{"settings": {"values": {"pause": 6}}}])", "\"pause\" is 6");
    expect_not_as_stated(R"([{"settings": {"described": {"pause": {"maximum": 61}}}}])",
                         "\"pause\" has the maximum 61, not 60");
    expect_not_as_stated(R"([{"settings": {"described": {"words": {"maximum": 61}}}}])", "not null");
    expect_not_as_stated(R"([{"settings": {"described": {"pauses": {}}}}])", "a setting \"pauses\"");
}

TEST_CASE("the audit trail is read in both formats, in order") {
    const char* const saved = R"({"save_account": {"username": "12", "password": "right"}},
                                 {"account_action": {"account": "12", "action": "Disable"}})";
    const auto with = [&](const std::string& audit) {
        return "[" + std::string(saved) + ", {\"audit\": " + audit + "}]";
    };
    for (const char* const format : {R"("csv")", R"("json_lines")"}) {
        const std::string start = "{\"format\": " + std::string(format) + ", ";
        expect_as_stated(with(start + R"("has": [{"action": "account.save", "subject": "\"small\",\r\n12"},
                                                 {"id": 2, "action": "account.disable"}],
                                         "lacks": ["right"]})")
                             .c_str());
        expect_not_as_stated(with(start + R"("lacks": ["large", "small"]})").c_str(),
                             "nothing of \"small\" in the audit trail");
    }
    expect_not_as_stated(with(R"({"has": [{"action": "disable"}, {"action": "save"}]})").c_str(),
                         "an entry {\"action\":\"save\"}, in this order");
    expect_not_as_stated(with(R"({"has": [{"id": 12}]})").c_str(), "an entry {\"id\":12}");
    expect_not_as_stated(with(R"({"has": [{"colour": ""}]})").c_str(), "an entry");
}

TEST_CASE("the audit trail can be kept as a file") {
    const mock_host::TemporaryFolder folder;
    const Played played =
        play_steps(json::parse(R"([{"save_account": {"username": "12", "password": "right"}},
                        {"audit": {"format": "csv", "file": "audit.csv"}}])"),
                   json::object(), folder.path());
    REQUIRE(played.code == 0);
    std::ostringstream text;
    text << std::ifstream(folder.path() / "audit.csv", std::ios::binary).rdbuf();
    REQUIRE(text.str() == "id,action,subject\r\n1,account.save,\"size \"\"small\"\",\r\n12\"\r\n");
}

TEST_CASE("the plug-in is told when somebody logs in or out, or may do other things") {
    expect_as_stated(R"([
      {"log": {"not_contains": "the session changed"}},
      {"log_out": {}},
      {"log": {"contains": "the session changed: nobody may text",
               "not_contains": "the session changed: somebody"}},
      {"log_in": "mjohansen"},
      {"log": {"contains": "the session changed: somebody who may text"}}])");
    expect_as_stated(R"([
      {"set_role": {"user": "aswanson", "role": "Payroll"}},
      {"log": {"contains": "the session changed: nobody may text"}}])");
}
