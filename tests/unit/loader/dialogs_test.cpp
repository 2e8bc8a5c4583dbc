#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <vector>

#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/dialog_text.hpp"
#include "mock_host/loader/dialog_view.hpp"
#include "mock_host/loader/dialogs.hpp"
#include "staffing_cpp/status_error.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using nlohmann::json;

namespace {

const json compose = json::parse(R"({
  "name": "test.compose", "title": "Compose",
  "elements": [
    {"kind": "text", "id": "summary", "text": "Two recipients", "severity": "warning"},
    {"kind": "rows", "id": "people", "label": "Recipients", "rows": [
      {"id": "a", "title": "Ann", "detail": "(651) 555-1204", "mark": "ok",
       "actions": [{"id": "remove", "label": "Remove"}]},
      {"id": "b", "title": "Bob", "mark": "rejected", "note": "No number."}]},
    {"kind": "text_area", "id": "body", "label": "Message", "value": "Hi", "max_characters": 5},
    {"kind": "choice", "id": "line", "label": "From", "value": "own", "choices": [
      {"value": "own", "label": "My line"}, {"value": "branch", "label": "The branch's line"}]},
    {"kind": "hologram", "id": "new"}],
  "buttons": [{"id": "send", "label": "Send"},
              {"id": "later", "label": "Later", "enabled": false, "reason": "Not yet"}]})");

/// Dialogs with the one above open, and the events that came of it.
struct OpenDialog {
    Dialogs dialogs;
    std::vector<json> events;
    std::uint64_t id = 0;

    OpenDialog() {
        dialogs.set_event_sink([this](std::uint64_t, const json& event) { events.push_back(event); });
        id = dialogs.open(compose.dump());
    }
};

void expect_refused(const std::string& pointer, const json& value, const std::string& words) {
    json view = compose;
    view[json::json_pointer(pointer)] = value;
    REQUIRE_THROWS_MATCHES(check_dialog_view(view), std::invalid_argument,
                           MessageMatches(ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("a view that lacks something, or says it twice, is refused where it is wrong") {
    REQUIRE_NOTHROW(check_dialog_view(compose));
    REQUIRE_THROWS_AS(check_dialog_view(json::array()), std::invalid_argument);
    expect_refused("/title", 3, "\"title\" of the wrong type");
    expect_refused("/buttons", nullptr, "\"buttons\" of the wrong type");
    expect_refused("/buttons/1/id", "send", "the id \"send\" of another item");
    expect_refused("/elements/0/severity", "loud", "severity \"loud\"");
    expect_refused("/elements/0/folded", true, "\"folded\" of the wrong type");
    expect_refused("/elements/2/error", 1, "\"error\" of the wrong type");
    expect_refused("/elements/2/inserts", json::array({{{"items", json::array()}}}), "lacks \"label\"");
    expect_refused("/elements/2/inserts",
                   json::array({{{"label", "Fields"}, {"items", {{{"label", "Name"}}}}}}), "lacks \"text\"");
    expect_refused("/elements/1/rows/1/id", "a", "row 1 of element 1 has the id \"a\"");
    expect_refused("/elements/1/rows/0/mark", "fine", "mark \"fine\"");
    expect_refused("/elements/1/rows/0/actions/0", json::object(), "lacks \"id\"");
    expect_refused("/elements/2/max_characters", -1, "\"max_characters\" of the wrong type");
    expect_refused("/elements/2/lines", "one", "\"lines\" of the wrong type");
    expect_refused("/elements/2/lines", 0u, "element 2 expects 0 lines");
    expect_refused("/elements/2/id", "people", "the id \"people\" of another item");
    expect_refused("/elements/3/value", "other", "element 3 has a value that is not one of its choices");
    expect_refused("/elements/3/choices", json::array(), "not one of its choices");
    expect_refused("/elements/3/choices/0", "own", "a choice that is not an object");
    expect_refused("/elements/3/choices/1/label", 7, "\"label\" of the wrong type");
    json view = compose;
    view["elements"][0].erase("text");
    REQUIRE_THROWS_MATCHES(check_dialog_view(view), std::invalid_argument,
                           MessageMatches(ContainsSubstring("element 0 lacks \"text\"")));
}

TEST_CASE("a patch changes a dialog, all or nothing, and leaves what was typed") {
    OpenDialog open;
    open.dialogs.type(open.id, "body", "Typed");
    open.dialogs.update(open.id, R"([{"op":"replace","path":"/title","value":"New"},
                                     {"op":"replace","path":"/elements/2/value","value":"Other"}])");
    REQUIRE(open.dialogs.view(open.id)["title"] == "New");
    REQUIRE(open.dialogs.typed(open.id, "body") == "Typed");

    const json before = open.dialogs.view(open.id);
    const auto refused = [&](const char* patch, const char* words) {
        REQUIRE_THROWS_MATCHES(open.dialogs.update(open.id, patch), staffing::StatusError,
                               MessageMatches(ContainsSubstring(words)));
        REQUIRE(open.dialogs.view(open.id) == before);
    };
    refused("[", "is not JSON");
    refused(R"([{"op":"remove","path":"/title"},{"op":"remove","path":"/nothing"}])", "does not fit");
    refused(R"([{"op":"remove","path":"/title"}])", "lacks \"title\"");
    refused(R"({"op":"remove"})", "does not fit");
}

TEST_CASE("rows come, change and go alone, and one that is wrong changes nothing") {
    OpenDialog open;
    const auto ids = [&] {
        std::string all;
        for (const json& row : open.dialogs.view(open.id)["elements"][1]["rows"])
            all += row["id"].get<std::string>();
        return all;
    };
    const auto patch = [](const std::string& op, const std::string& place, const json& row) {
        return json{{"op", op}, {"path", "/elements/1/rows/" + place}, {"value", row}};
    };
    const json c{{"id", "c"}, {"title", "Cyd"}};
    open.dialogs.update(
        open.id,
        json::array({patch("add", "-", c), patch("add", "0", {{"id", "d"}, {"title", "D"}})}).dump());
    REQUIRE(ids() == "dabc");
    open.dialogs.update(open.id, R"([{"op":"remove","path":"/elements/1/rows/1"}])");
    open.dialogs.update(open.id, json::array({patch("replace", "0", c), patch("remove", "2", c),
                                              patch("add", "-", {{"id", "a"}, {"title", "A"}})})
                                     .dump());
    REQUIRE(ids() == "cba");

    const json before = open.dialogs.view(open.id);
    const auto refused = [&](const std::vector<json>& operations, const char* words) {
        REQUIRE_THROWS_MATCHES(open.dialogs.update(open.id, json(operations).dump()), staffing::StatusError,
                               MessageMatches(ContainsSubstring(words)));
        REQUIRE(open.dialogs.view(open.id) == before);
    };
    refused({patch("remove", "1", c), patch("add", "-", {{"id", "a"}, {"title", "A"}})},
            "the id \"a\" of another item");
    refused({patch("add", "-", {{"id", "x"}})}, "lacks \"title\"");
    refused({patch("add", "-", {{"title", "No id"}})}, "lacks \"id\"");
    refused({patch("add", "-", 5)}, "is not an object");
    refused({patch("replace", "0/mark", "fine")}, "does not fit");
    refused({patch("add", "0/mark", "fine")}, "mark \"fine\"");
    refused({patch("add", "0/record", {{"kind", "boat"}, {"id", 1}})}, "kind \"boat\"");
    refused({patch("add", "0/cells", {{"number", 5}})}, "\"number\" that is not a text");
    refused({patch("add", "7", {{"id", "x"}, {"title", "X"}})}, "does not fit");
    refused({{{"op", "copy"}, {"from", "/elements/1/rows/0"}, {"path", "/elements/1/rows/-"}}},
            "of another item");
    open.dialogs.update(open.id, json::array({patch("add", "-", {{"id", "e"}, {"title", "E"}})}).dump());
    REQUIRE(ids() == "cbae");
}

TEST_CASE("who has a version of a dialog gets the patches since; who is too far behind does not") {
    OpenDialog open;
    const std::uint64_t first = open.dialogs.version(open.id);
    const std::string patch = R"([{"op":"replace","path":"/title","value":"New"}])";
    open.dialogs.update(open.id, patch);
    open.dialogs.choose(open.id, "line", "branch");
    REQUIRE_THROWS_AS(open.dialogs.update(open.id, "[5]"), staffing::StatusError);
    REQUIRE(open.dialogs.version(open.id) == first + 2);
    const auto patches = open.dialogs.patches_since(open.id, first);
    REQUIRE(patches);
    REQUIRE(patches->size() == 2);
    REQUIRE(*patches->at(0) == patch);
    json view = compose;
    for (const auto& one : *patches)
        view = view.patch(json::parse(*one));
    REQUIRE(view == open.dialogs.view(open.id));
    REQUIRE(open.dialogs.patches_since(open.id, first + 2)->empty());
    REQUIRE_FALSE(open.dialogs.patches_since(open.id, first + 3));

    const std::string large =
        json::array({{{"op", "replace"}, {"path", "/title"}, {"value", std::string(200'000, 'x')}}}).dump();
    for (int i = 0; i < 100; ++i)
        open.dialogs.update(open.id, large);
    REQUIRE_FALSE(open.dialogs.patches_since(open.id, first));
    REQUIRE(open.dialogs.patches_since(open.id, open.dialogs.version(open.id) - 1)->size() == 1);
}

TEST_CASE("the rejected are drawn first where the plug-in says so") {
    OpenDialog open;
    open.dialogs.update(open.id, R"([{"op":"add","path":"/elements/1/rejected_first","value":true}])");
    const std::string drawn = draw_dialog(open.dialogs, open.id);
    REQUIRE(drawn.find("Bob") < drawn.find("Ann"));
}

TEST_CASE("what a person does becomes an event") {
    OpenDialog open;
    open.dialogs.type(open.id, "body", "Héllo");
    open.dialogs.press(open.id, "send");
    open.dialogs.choose_row_action(open.id, "people", "a", "remove");
    open.dialogs.close_by_person(open.id);
    REQUIRE(open.events ==
            std::vector<json>{
                {{"event", "changed"}, {"element", "body"}, {"value", "Héllo"}},
                {{"event", "pressed"}, {"button", "send"}, {"values", {{"body", "Héllo"}, {"line", "own"}}}},
                {{"event", "row_action"}, {"element", "people"}, {"row", "a"}, {"action", "remove"}},
                {{"event", "closed"}}});
    REQUIRE(open.dialogs.ids().empty());
    REQUIRE_THROWS_AS(open.dialogs.close(open.id), staffing::StatusError);
}

TEST_CASE("a field that nobody touched has its first value when a button is pressed") {
    OpenDialog open;
    open.dialogs.press(open.id, "send");
    REQUIRE(open.events.at(0)["values"] == json{{"body", "Hi"}, {"line", "own"}});
}

TEST_CASE("a choice stands as the person made it, until the plug-in chooses anew") {
    OpenDialog open;
    open.dialogs.choose(open.id, "line", "branch");
    REQUIRE(open.dialogs.typed(open.id, "line") == "branch");
    REQUIRE_THAT(draw_dialog(open.dialogs, open.id),
                 ContainsSubstring("From: [The branch's line ▾] or My line\n"));
    open.dialogs.press(open.id, "send");
    REQUIRE(open.events == std::vector<json>{{{"event", "changed"}, {"element", "line"}, {"value", "branch"}},
                                             {{"event", "pressed"},
                                              {"button", "send"},
                                              {"values", {{"body", "Hi"}, {"line", "branch"}}}}});
    open.dialogs.update(open.id, R"([{"op":"replace","path":"/elements/3/value","value":"own"}])");
    REQUIRE(open.dialogs.typed(open.id, "line") == "own");
}

TEST_CASE("what the dialog does not offer cannot be done") {
    OpenDialog open;
    REQUIRE_THROWS_MATCHES(open.dialogs.press(open.id, "later"), std::invalid_argument,
                           MessageMatches(ContainsSubstring("Not yet")));
    REQUIRE_THROWS_AS(open.dialogs.press(open.id, "none"), std::invalid_argument);
    REQUIRE_THROWS_AS(open.dialogs.type(open.id, "summary", "x"), std::invalid_argument);
    REQUIRE_THROWS_AS(open.dialogs.type(open.id, "line", "branch"), std::invalid_argument);
    REQUIRE_THROWS_AS(open.dialogs.choose(open.id, "line", "other"), std::invalid_argument);
    REQUIRE_THROWS_AS(open.dialogs.choose(open.id, "body", "Hi"), std::invalid_argument);
    REQUIRE_THROWS_MATCHES(open.dialogs.type(open.id, "body", "sixsix"), std::invalid_argument,
                           MessageMatches(ContainsSubstring("at most 5")));
    REQUIRE_THROWS_AS(open.dialogs.choose_row_action(open.id, "people", "b", "remove"),
                      std::invalid_argument);
    REQUIRE(open.events.empty());
}

TEST_CASE("a dialog is drawn with marks, reasons and what stands in its fields") {
    OpenDialog open;
    open.dialogs.type(open.id, "body", "Hello");
    REQUIRE(draw_dialog(open.dialogs, open.id) ==
            "┌ Compose\n"
            "│ ! Two recipients\n"
            "│ Recipients (2)\n"
            "│   ✓ Ann · (651) 555-1204 (Remove)\n"
            "│   ✗ Bob — No number.\n"
            "│ Message: [Hello]\n"
            "│ From: [My line ▾] or The branch's line\n"
            "│ (hologram, which this host does not know)\n"
            "│ [Send]  [Later] (disabled: Not yet)\n"
            "└\n");
}
