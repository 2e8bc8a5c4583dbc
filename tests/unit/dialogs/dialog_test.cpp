#include "dialogs/dialog.hpp"

#include <optional>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "dialogs/dialog_set.hpp"
#include "dialogs/patch.hpp"
#include "dialogs/question_dialog.hpp"
#include "dialogs/view.hpp"

using nlohmann::json;
using namespace send_text;

namespace {

class FakeWindows final : public DialogWindows {
  public:
    std::uint64_t open(const json& view) override {
        views.push_back(view);
        return views.size();
    }
    void update(std::uint64_t dialog_id, const json& patch) override {
        views.at(dialog_id - 1).patch_inplace(patch);
    }
    void close(std::uint64_t dialog_id) override { closed = dialog_id; }

    std::vector<json> views;
    std::optional<std::uint64_t> closed;
};

/// Says what was done in it last.
class EchoDialog final : public Dialog {
  public:
    using Dialog::Dialog;

    json view() const override {
        return view::dialog("send_text.echo", "Nothing yet", json::array(), json::array());
    }
    void say(const std::string& words) { update(json::array({patch::replace_title(words)})); }

  protected:
    void on_pressed(const std::string& button, const json& values) override {
        if (button == "close") return close();
        say(button + " with " + values.dump());
    }
    void on_changed(const FieldChange& change) override { say(change.element + " is " + change.value); }
    void on_row_action(const RowAction& chosen) override {
        say(chosen.action + " " + chosen.row + " of " + chosen.element);
    }
};

}  // namespace

TEST_CASE("what a person does in a window comes to its dialog") {
    FakeWindows windows;
    DialogSet dialogs(windows);
    dialogs.open<EchoDialog>(dialogs);
    const json& title = windows.views.at(0).at("title");
    CHECK(title == "Nothing yet");

    dialogs.on_event(1, {{"event", "changed"}, {"element", "name"}, {"value", "Ann"}});
    CHECK(title == "name is Ann");
    dialogs.on_event(1, {{"event", "row_action"}, {"element", "list"}, {"row", "7"}, {"action", "stop"}});
    CHECK(title == "stop 7 of list");
    dialogs.on_event(1, {{"event", "pressed"}, {"button", "go"}, {"values", {{"name", "Bob"}}}});
    CHECK(title == R"(go with {"name":"Bob"})");
    dialogs.on_event(1, {{"event", "pressed"}, {"button", "go"}});
    CHECK(title == "go with null");
    dialogs.on_event(1, {{"event", "danced"}, {"tune", "polka"}});
    CHECK(title == "go with null");

    dialogs.on_event(1, {{"event", "pressed"}, {"button", "close"}, {"values", json::object()}});
    CHECK(windows.closed == std::uint64_t{1});
    CHECK(dialogs.is_empty());
}

TEST_CASE("what comes back after a window was closed finds nobody") {
    FakeWindows windows;
    DialogSet dialogs(windows);
    const auto say = if_open(*dialogs.open<EchoDialog>(dialogs), &EchoDialog::say);
    say(std::string("Hello"));
    CHECK(windows.views.at(0).at("title") == "Hello");
    dialogs.on_event(1, {{"event", "closed"}});
    say(std::string("Is anybody there?"));
    CHECK(windows.views.at(0).at("title") == "Hello");
}

TEST_CASE("only yes confirms a question, and yes and no close it") {
    FakeWindows windows;
    DialogSet dialogs(windows);
    int confirmed = 0;
    const Question question{"send_text.test", "Really?", view::Text("question", "All is lost."),
                            view::Button("keep", "Keep"), view::Button("lose", "Lose")};
    dialogs.open<QuestionDialog>(dialogs, question, [&] { ++confirmed; });
    dialogs.on_event(1, {{"event", "pressed"}, {"button", "keep"}, {"values", json::object()}});
    CHECK(confirmed == 0);
    CHECK(dialogs.is_empty());

    dialogs.open<QuestionDialog>(dialogs, question, [&] { ++confirmed; });
    dialogs.on_event(2, {{"event", "pressed"}, {"button", "neither"}, {"values", json::object()}});
    CHECK(dialogs.is_open<QuestionDialog>());
    dialogs.on_event(2, {{"event", "pressed"}, {"button", "lose"}, {"values", json::object()}});
    CHECK(confirmed == 1);
    CHECK(dialogs.is_empty());
}
