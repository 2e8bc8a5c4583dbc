// The compose dialog with merge fields and templates.
#include <catch2/catch_test_macros.hpp>

#include "unit/compose/compose_fixture.hpp"
#include "unit/contains.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

namespace {

struct MergeFixture : ComposeFixture {
    explicit MergeFixture(const std::vector<std::int64_t>& ids) {
        open(ids);
        settle();
    }

    const json& button(const std::string& id) const {
        for (const json& button : view().at("buttons")) {
            if (button.at("id") == id) return button;
        }
        throw std::logic_error("no button " + id);
    }
    bool has_button(const std::string& id) const {
        return view().at("buttons").dump().find(id) != std::string::npos;
    }
    const json& message() const { return view().at("elements").at(4); }
    std::string note() const { return message().at("note"); }
    const json& row(std::size_t index) const { return rows("recipients")[index]; }
    void begin_to_write(const std::string& text) {
        event({{"event", "changed"}, {"element", message().at("id")}, {"value", text}});
    }
    void write(const std::string& text) {
        begin_to_write(text);
        go_through();
    }
    void choose_template(const std::string& value) {
        event({{"event", "changed"}, {"element", "template"}, {"value", value}});
        go_through();
    }
    std::int64_t keep(const std::string& name, const std::string& body) {
        return templates.save({0, TemplateOwner::user, 1, name, body}, false, {1, "Alexander Swanson"},
                              no_time);
    }
};

}  // namespace

TEST_CASE("each recipient gets the message with their own values") {
    MergeFixture office({1, 2});
    office.write("Hi {first_name}, {job} wanted. {rep_name}, {branch}");
    CHECK(contains(office.note(), "2 segments in all"));
    office.press("send");
    const std::vector<Text> texts = office.outbox.texts_of(RequestId{1});
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].body == "Hi Pat1, Driver wanted. Alexander Swanson, Memphis NE");
    CHECK(texts[1].body == "Hi Pat2, Driver wanted. Alexander Swanson, Memphis NE");
}

TEST_CASE("a value that somebody lacks marks their row, and nothing is sent before it is mended") {
    MergeFixture office({1, 2});
    office.write("Dear {last_name}");
    CHECK(office.row(0).at("mark") == "ok");
    CHECK(office.row(1).at("mark") == "rejected");
    CHECK(contains(office.row(1).at("note"), "{last_name} is empty for Person 2."));
    CHECK(contains(office.button("send").at("reason"), "{last_name} is empty for Person 2."));
    office.press("send");
    CHECK(office.outbox.lines_with_work().empty());

    SECTION("by a default") {
        office.write("Dear {last_name|friend}");
    }
    SECTION("by taking them out") {
        office.remove("employee:2");
    }
    CHECK(office.button("send").at("enabled") == true);
    CHECK(office.row(office.rows("recipients").size() - 1).at("mark") != "rejected");
}

TEST_CASE("a mark moves with its row when one before it is taken out") {
    MergeFixture office({1, 5, 2});
    office.write("Dear {last_name}");
    office.remove("employee:5");
    CHECK(office.row(1).at("mark") == "rejected");
    office.write("Dear friend");
    CHECK(office.row(1).at("note") == "Person 2: extension 123 is left out, texts go to (651) 580-0580.");
}

TEST_CASE("a misspelt field and double braces are refused with what is right") {
    MergeFixture office({1});
    office.write("Hi {frist_name}");
    CHECK(contains(office.button("send").at("reason"), "There is no field {frist_name}"));
    CHECK(office.message().at("error") == office.button("send").at("reason"));
    office.write("Hi {{first_name}}");
    CHECK(contains(office.button("send").at("reason"), "double braces"));
}

TEST_CASE("who shares a number gets the text worded for the first, and is told so") {
    MergeFixture office({1, 4});
    office.write("Hi {first_name}");
    CHECK(contains(office.row(1).at("note"), "Gets the text worded for Person 1."));
    office.press("send");
    REQUIRE(office.outbox.texts_of(RequestId{1}).size() == 1);
    CHECK(office.outbox.texts_of(RequestId{1})[0].body == "Hi Pat1");
}

TEST_CASE("each recipient's message can be looked at") {
    MergeFixture office({1, 2});
    office.write("Hi {first_name}");
    office.event(
        {{"event", "row_action"}, {"element", "recipients"}, {"row", "employee:2"}, {"action", "preview"}});
    office.go_through();
    REQUIRE(office.windows.views.size() == 2);
    const json& preview = office.windows.views.rbegin()->second;
    CHECK(preview.at("name") == "send_text.preview");
    CHECK(preview.at("elements")[1].at("text") == "Hi Pat2");
}

TEST_CASE("a template takes the place of the message, and none brings it back") {
    MergeFixture office({1});
    CHECK_FALSE(office.has_button("manage_templates"));
    const std::int64_t id = office.keep("Shift", "Can you work, {first_name}?");
    MergeFixture again({1});  // another office: templates belong to their store
    CHECK(again.element("template").at("text") == "");

    office.event({{"event", "pressed"}, {"button", "cancel"}, {"values", json::object()}});
    office.open({1});
    office.settle();
    CHECK(office.has_button("manage_templates"));
    office.write("My own words");
    office.choose_template(std::to_string(id));
    CHECK(office.message().at("value") == "Can you work, {first_name}?");
    CHECK(office.element("template").at("value") == std::to_string(id));
    office.choose_template("");
    CHECK(office.message().at("value") == "My own words");
    office.choose_template(std::to_string(id));
    office.press("send");
    CHECK(office.outbox.texts_of(RequestId{1}).at(0).body == "Can you work, Pat1?");
}

TEST_CASE("the message is kept as a template, which is chosen then") {
    MergeFixture office({1});
    CHECK_FALSE(office.has_button("keep_template"));
    office.write("Can you work?");
    office.press("keep_template");
    REQUIRE(office.windows.views.size() == 2);
    office.dialogs.on_event(office.windows.last_id,
                            {{"event", "pressed"}, {"button", "save"}, {"values", {{"name", "Shift"}}}});
    office.settle();
    REQUIRE(office.windows.views.size() == 1);
    CHECK(office.element("template").at("kind") == "choice");
    CHECK(office.element("template").at("value") != "");
    CHECK(office.templates.templates_for(1, 3).at(0).body == "Can you work?");
}

TEST_CASE("Send can be pressed while a message is gone through, and is refused when something is wrong") {
    MergeFixture office({1, 2});
    std::promise<void> hold;
    office.write("Hi {first_name}");
    REQUIRE(office.button("send").at("enabled") == true);
    office.drafting.post([&] { hold.get_future().wait(); });
    office.begin_to_write("Hi {first_name}, can you work");
    CHECK(office.button("send").at("enabled") == true);
    CHECK(contains(office.note(), "Counting what it costs"));
    office.begin_to_write("Without fields");  // known at once, whoever is at work
    CHECK(office.button("send").at("enabled") == true);
    CHECK(office.note() == "14/160 \u00B7 1 segment");
    office.begin_to_write("Dear {last_name}");
    office.event({{"event", "pressed"}, {"button", "send"}, {"values", json::object()}});
    hold.set_value();
    office.settle();
    CHECK(office.outbox.lines_with_work().empty());
    CHECK(office.button("send").at("enabled") == false);  // who has none is named
    CHECK(contains(office.message().at("error"), "{last_name} is empty for Person 2."));
    CHECK(office.row(1).at("mark") == "rejected");
}

TEST_CASE("what was found of a message that is no longer there is not shown") {
    MergeFixture office({1, 2});
    office.begin_to_write("Dear {last_name}");
    ComposeFixture::reach(office.drafting);  // found, and on its way to the main thread
    std::promise<void> hold;
    office.drafting.post([&] { hold.get_future().wait(); });
    office.begin_to_write("Hi {first_name}");
    office.main_thread.run_all();
    CHECK(contains(office.note(), "Counting what it costs"));
    CHECK(office.message().at("error") == "");
    hold.set_value();
    office.go_through();
    CHECK(contains(office.note(), "2 segments in all"));
    CHECK(office.button("send").at("enabled") == true);
    CHECK(office.row(1).at("mark") == "warning");  // its extension, and nothing else any more
}

TEST_CASE("Send that comes with the last letters takes them, and refuses what cannot be filled") {
    MergeFixture office({1, 2});
    office.write("Hi {first_name}");
    office.press("send", {{"body", "Dear {last_name}"}});
    CHECK(office.outbox.lines_with_work().empty());
    CHECK(office.button("send").at("enabled") == false);
    office.press("send", {{"body", "Hi {first_name}!"}});
    CHECK(office.outbox.texts_of(RequestId{1}).at(1).body == "Hi Pat2!");
}
