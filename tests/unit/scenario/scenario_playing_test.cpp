#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include "scenario/played_scenario.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

const json greet = json::parse(R"([
  {"open_menu": {"place": "employee_record", "records": ["employee:5814"],
                 "items": [{"label": "Greet", "enabled": true}]}},
  {"choose": "Greet"},
  {"dialog": {"name": "fixture.greeting", "title": "Greeting", "row_count": 1,
              "rows": [{"title": "First", "mark": "ok", "detail_contains": "first one",
                        "actions": "Remove"}],
              "fields": [{"label": "Message", "value": "Hello"},
                         {"label": "From", "value": "own", "choices": ["My line", "The branch's line"]}],
              "buttons": [{"label": "Greet", "enabled": true},
                          {"label": "Later", "enabled": false, "reason_contains": "Not yet"}]}},
  {"row_action": {"row": "First", "action": "Remove"}},
  {"dialog": {"row_count": 0}},
  {"type": {"into": "Message", "text": "Good day"}},
  {"press": "Greet"},
  {"dialog": {"name": "fixture.done"}},
  {"press": "OK"},
  {"dialog": "none"},
  {"messages": {"record": "employee:5814", "are": []}}])");

json with(json steps, const char* more) {
    for (const json& step : json::parse(more))
        steps.push_back(step);
    return steps;
}

}  // namespace

TEST_CASE("a scenario is played to its end and can be read afterwards") {
    const Played played = play_steps(with(greet, R"([
      {"advance": {"by": "2h", "step": "30m"}, "comment": "An hour later it is logged."},
      {"messages": {"record": "employee:5814", "are": [
         {"action_code": "Text", "author": "aswanson", "links": "employee:5814",
          "contains": "Good day", "not_contains": "Hello"}]}},
      {"notifications": {"are": []}},
      {"log": {"not_contains": "MISBEHAVING"}},
      {"restart_plugin": {}},
      {"messages": {"record": "employee:5814", "are": [{}]}}])"));
    INFO(played.transcript);
    REQUIRE(played.code == 0);
    REQUIRE_THAT(played.transcript,
                 ContainsSubstring("  1. Opens the menu of employee_record") &&
                     ContainsSubstring("on Dominic Proke (employee 5814)") &&
                     ContainsSubstring("✓ First · the first one (Remove)") &&
                     ContainsSubstring("An hour later it is logged.") &&
                     ContainsSubstring("■ Text · aswanson · 2026-03-02T19:00:00Z · on employee 5814"));
    REQUIRE_THAT(played.transcript, ContainsSubstring("All 17 steps as stated."));
}

TEST_CASE("the first thing that is not as stated ends it, with what was expected and what was seen") {
    const Played played = play_steps(with(greet, R"([
      {"advance": "30m"},
      {"messages": {"record": "employee:5814", "are": [{}]}},
      {"advance": "2h"}])"));
    REQUIRE(played.code == 1);
    REQUIRE_THAT(played.transcript,
                 ContainsSubstring("Not as stated: step 13. Looks at the messages of employee 5814") &&
                     ContainsSubstring("Expected: 1 messages of the plug-in") &&
                     ContainsSubstring("The plug-in has logged nothing there."));
    REQUIRE_THAT(played.transcript, !ContainsSubstring("as stated.") && !ContainsSubstring("2h"));
}

TEST_CASE("a dialog that shows something else is shown whole") {
    const auto seen = [](const char* dialog) {
        const Played played = play_steps({greet[0], greet[1], {{"dialog", json::parse(dialog)}}});
        INFO(dialog);
        REQUIRE(played.code == 1);
        REQUIRE_THAT(played.transcript,
                     ContainsSubstring("✓ First") && ContainsSubstring("[Later] (disabled"));
        return played.transcript;
    };
    REQUIRE_THAT(seen(R"({"name": "other"})"), ContainsSubstring("the dialog other, not fixture.greeting"));
    REQUIRE_THAT(seen(R"({"rows": [{"title": "Second"}]})"), ContainsSubstring("a row \"Second\""));
    REQUIRE_THAT(seen(R"({"rows": [{"title": "First", "mark": "rejected"}]})"),
                 ContainsSubstring("marked rejected"));
    REQUIRE_THAT(seen(R"({"rows": [{"title": "First", "note_contains": "bad"}]})"),
                 ContainsSubstring("\"bad\""));
    REQUIRE_THAT(seen(R"({"rows": [{"title": "First", "actions": ["Remove", "Change number"]}]})"),
                 ContainsSubstring("exactly these actions of the row \"First\": [\"Remove\""));
    REQUIRE_THAT(seen(R"({"row_count": 3})"), ContainsSubstring("3 rows, not 1"));
    REQUIRE_THAT(seen(R"({"text_contains": "people"})"), ContainsSubstring("it must contain \"people\""));
    REQUIRE_THAT(seen(R"({"fields": [{"label": "Message", "value": "Bye"}]})"), ContainsSubstring("\"Bye\""));
    REQUIRE_THAT(seen(R"({"fields": [{"label": "From", "value": "branch"}]})"),
                 ContainsSubstring("\"branch\" in the field \"From\""));
    REQUIRE_THAT(seen(R"({"fields": [{"label": "From", "choices": ["My line"]}]})"),
                 ContainsSubstring("exactly these choices of the field \"From\": [\"My line\"]"));
    REQUIRE_THAT(seen(R"({"buttons": [{"label": "Later", "enabled": true}]})"),
                 ContainsSubstring("is enabled"));
    REQUIRE_THAT(seen(R"("none")"), ContainsSubstring("no open dialog"));
}

TEST_CASE("a choice of a dialog is made by its label or its value") {
    const auto choose = [](const char* step, const char* seen) {
        const Played played = play_steps(
            {greet[0], greet[1], {{"choose_in_dialog", json::parse(step)}}, {{"dialog", json::parse(seen)}}});
        INFO(played.transcript);
        return played.code;
    };
    const char* const branch = R"({"fields": [{"label": "From", "value": "The branch's line"}]})";
    REQUIRE(choose(R"({"field": "From", "label": "The branch's line"})", branch) == 0);
    REQUIRE(choose(R"({"field": "From", "value": "branch"})", branch) == 0);
    REQUIRE(choose(R"({"field": "From", "value": "own"})", branch) == 1);
    REQUIRE(choose(R"({"field": "From", "label": "Another line"})", branch) == 1);
    REQUIRE(choose(R"({"field": "Message", "value": "Hello"})", branch) == 1);
}

TEST_CASE("a field of a dialog is named by its label, or else by its id") {
    const Played played = play_steps({greet[0],
                                      greet[1],
                                      {{"type", {{"into", "words"}, {"text", "Good day"}}}},
                                      {{"choose_in_dialog", {{"field", "line"}, {"value", "branch"}}}},
                                      json::parse(R"({"dialog": {"fields": [
                                          {"label": "words", "value": "Good day"},
                                          {"label": "line", "value": "The branch's line"}]}})")});
    INFO(played.transcript);
    REQUIRE(played.code == 0);
    REQUIRE(play_steps({greet[0], greet[1], {{"type", {{"into", "wrds"}, {"text", "Hi"}}}}}).code == 1);
}

TEST_CASE("a handset is changed in one thing and keeps the others") {
    const Played played = play_steps(json::parse(R"([
      {"switch_handset": {"number": "(651) 428-7716", "landline": true, "refused_at_once": true}},
      {"switch_handset": {"number": "(651) 428-7716", "failure": 30003}},
      {"reply": {"from": "(651) 428-7716", "to": "651-555-0100", "text": "I cannot text"}}])"));
    REQUIRE(played.code != 0);
    REQUIRE_THAT(played.transcript, ContainsSubstring("+16514287716 is a landline, is refused at once") &&
                                        ContainsSubstring("+16514287716 gets no text (30003)") &&
                                        ContainsSubstring("+16514287716 is a landline and cannot text"));
}

TEST_CASE("who may not use the plug-in sees it disabled, cannot choose it, and is refused") {
    const json menu = json::parse(R"({"open_menu": {"place": "employee_record", "records": "employee:5814",
        "items": [{"label": "Greet", "enabled": false, "reason_contains": "may not text"}]}})");
    const json role = json::parse(R"({"set_role": {"user": "aswanson", "role": "Payroll"}})");
    const json refused = json::parse(R"({"choose": {"label": "Greet", "refused": "may not text"}})");
    REQUIRE(play_steps({role, menu, refused}).code == 0);
    const Played played = play_steps({role, menu, {{"choose", "Greet"}}});
    REQUIRE(played.code == 1);
    REQUIRE_THAT(played.transcript, ContainsSubstring("(disabled: You may not text."));
}

TEST_CASE("menus open on searches and hotlists as people make them") {
    const auto transcript = [](const char* target) {
        const Played played = play_steps(json::array({{{"open_menu", json::parse(target)}}}));
        INFO(played.transcript);
        REQUIRE(played.code == 0);
        return played.transcript;
    };
    REQUIRE_THAT(transcript(R"({"place": "employee_search", "search": {"last_name": "Bristoc"}})"),
                 ContainsSubstring("on Barry Bristoc (employee 5450)\n"));
    REQUIRE_THAT(
        transcript(R"({"place": "contact_search", "search": {"last_name": "Green", "branch": "Memphis NE"},
                                "rows": [1]})"),
        ContainsSubstring("(contact "));
    REQUIRE_THAT(transcript(R"({"place": "hotlist", "hotlist": "Warehouse on call"})"),
                 ContainsSubstring("… 220 in all"));
    REQUIRE_THAT(transcript(R"({"place": "hotlist_row", "hotlist": "3rd shifters", "row": "Brian Bailey"})"),
                 ContainsSubstring("on Brian Bailey (employee 5233)\n"));
}

TEST_CASE("a scenario about people who are not there cannot be played") {
    const auto code = [](const char* step) { return play_steps(json::array({json::parse(step)})).code; };
    REQUIRE(code(R"({"open_menu": {"place": "hotlist", "hotlist": "No such"}})") == 2);
    REQUIRE(
        code(
            R"({"open_menu": {"place": "employee_search", "search": {"last_name": "Bristoc"}, "rows": 3}})") ==
        2);
    REQUIRE(code(R"({"log_in": "nobody"})") == 2);
    REQUIRE(code(R"({"choose": "Greet"})") == 2);
}

TEST_CASE("a plug-in that cannot start in this host ends the scenario in its own words") {
    const Played played = play_steps(json::array(), {{"withhold_extensions", {"staffing.message_log/1"}}});
    REQUIRE(played.code == 1);
    REQUIRE_THAT(played.transcript, ContainsSubstring("cannot do without message_log"));
}

TEST_CASE("settings that are refused are as stated only if the scenario says so") {
    const json long_words{{"words", "much, much, much too long"}};
    REQUIRE(play_steps(json::array({{{"change_settings", {{"values", {{"words", "short"}}}}}}})).code == 0);
    REQUIRE(play_steps(json::array({{{"change_settings", {{"values", long_words}}}}})).code == 1);
    REQUIRE(play_steps(json::array({{{"change_settings",
                                      {{"values", long_words}, {"refused", {{"words", "too long"}}}}}}}))
                .code == 0);
    REQUIRE(play_steps(json::array({{{"change_settings",
                                      {{"values", long_words}, {"refused", {{"words", "ugly"}}}}}}}))
                .code == 1);
}

TEST_CASE("a reply, a handset and the carrier's requests are looked at through the carrier") {
    const Played played = play_steps(json::parse(R"([
      {"handset": {"number": "(651) 428-7716", "received": []}},
      {"all_handsets": {"count": 0}},
      {"requests": {"path": "/message/send", "count": 0}},
      {"faults": [{"fault": "status", "status": 503, "times": 1}]},
      {"handset": {"number": "(651) 428-7716", "count": 1}}])"));
    REQUIRE(played.code == 1);
    REQUIRE_THAT(played.transcript, ContainsSubstring("step 5") &&
                                        ContainsSubstring("1 texts on +16514287716") &&
                                        ContainsSubstring("It has received nothing."));
}
