#include "dialogs/view.hpp"

#include <catch2/catch_test_macros.hpp>

#include "dialogs/patch.hpp"

using nlohmann::json;
using namespace send_text;

TEST_CASE("an element says what was said of it and nothing else") {
    const json paragraph = view::Text("summary", "Looking up...");
    CHECK(paragraph == json{{"kind", "text"}, {"id", "summary"}, {"text", "Looking up..."}});

    const json warning = view::Text("summary", "Careful.").severity("warning");
    CHECK(warning ==
          json{{"kind", "text"}, {"id", "summary"}, {"text", "Careful."}, {"severity", "warning"}});

    const json field = view::TextArea("name", "Name", "").lines(1).error("");
    CHECK(field == json{{"kind", "text_area"},
                        {"id", "name"},
                        {"label", "Name"},
                        {"value", ""},
                        {"lines", 1},
                        {"error", ""}});

    const json choice = view::Choice("which", "Which texts", "all", {{"mine", "Mine"}, {"all", "All"}});
    CHECK(choice.at("choices") ==
          json::array({{{"value", "mine"}, {"label", "Mine"}}, {{"value", "all"}, {"label", "All"}}}));
}

TEST_CASE("one element in a view is a list of one") {
    const json view = view::dialog("send_text.test", "Test", json::array({view::Text("only", "Alone")}),
                                   json::array({view::Button("close", "Close").as_cancel()}));
    CHECK(view.at("elements").is_array());
    CHECK(view.at("buttons") == json::array({{{"id", "close"}, {"label", "Close"}, {"role", "cancel"}}}));
}

TEST_CASE("a row has its actions, and a table its columns") {
    const json row = view::Row("7", "Ann Poe").mark("ok").actions({{"stop", "Stop"}});
    CHECK(row == json{{"id", "7"},
                      {"title", "Ann Poe"},
                      {"mark", "ok"},
                      {"actions", json::array({{{"id", "stop"}, {"label", "Stop"}}})}});

    const json table = view::Rows("people", "People", json::array({row})).columns({{"title", "Name", 1.5}});
    CHECK(table.at("columns") == json::array({{{"id", "title"}, {"label", "Name"}, {"weight", 1.5}}}));
    CHECK(table.at("rows") == json::array({row}));
}

TEST_CASE("a button that is refused says why") {
    const json refused = view::Button("send", "Send").disabled_because(Refusal{"Nobody is here."});
    CHECK(refused.at("enabled") == false);
    CHECK(refused.at("reason") == "Nobody is here.");

    const json allowed = view::Button("send", "Send").disabled_because(std::nullopt);
    CHECK(allowed.at("enabled") == true);
    CHECK(allowed.at("reason") == "");
}

TEST_CASE("a patch changes what it names") {
    constexpr patch::Element summary_place(0);
    constexpr patch::Element rows_place(1);
    const auto row = [](const char* id) { return json(view::Row(id, id)); };
    json view = view::dialog(
        "send_text.test", "Before",
        {view::Text("summary", "Two"), view::Rows("people", "People", json::array({row("a"), row("b")}))},
        json::array());

    view.patch_inplace({summary_place.replace("text", "Three"), rows_place.add_row(row("c")),
                        rows_place.replace_row(0, row("A")), patch::replace_title("After")});
    CHECK(view["title"] == "After");
    CHECK(view["elements"][0]["text"] == "Three");
    CHECK(view["elements"][1]["rows"] == json::array({row("A"), row("b"), row("c")}));

    view.patch_inplace(json::array({rows_place.remove_row(1)}));
    CHECK(view["elements"][1]["rows"] == json::array({row("A"), row("c")}));

    view.patch_inplace(
        {patch::replace_elements(json::array()), patch::replace_buttons({view::Button("a", "A"), row("b")})});
    CHECK(view["elements"].empty());
    CHECK(view["buttons"].size() == 2);
}

TEST_CASE("the pieces of a patch are its operations in their order") {
    json operations = json::array();
    for (std::size_t row = 0; row < 120; ++row)
        operations.push_back(patch::Element(1).remove_row(row));
    json together = json::array();
    for (const json& piece : patch::split_operations(operations)) {
        CHECK(piece.size() <= 50);
        together.insert(together.end(), piece.begin(), piece.end());
    }
    CHECK(together == operations);
}
