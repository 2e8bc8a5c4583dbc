#include <catch2/catch_test_macros.hpp>

#include "compose/templates/manage_templates_dialog.hpp"
#include "compose/templates/save_template_dialog.hpp"
#include "store/query.hpp"
#include "unit/compose/template_fixture.hpp"
#include "unit/contains.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

namespace {

constexpr const char* saving = "send_text.save_template";
constexpr const char* managing = "send_text.templates";
constexpr const char* editing = "send_text.edit_template";
constexpr const char* removing = "send_text.remove_template";

struct SavingFixture : TemplateFixture {
    void open(const std::string& message, const std::optional<MessageTemplate>& chosen = {}) {
        ask_for_template(services, message, chosen,
                         [this](const MessageTemplate& one) { saved.push_back(one); });
        settle();
    }
    std::vector<MessageTemplate> saved;
};

struct ManagingFixture : TemplateFixture {
    void open() {
        manage_templates(services, [this] { ++changes; });
        settle();
    }
    const json& rows() const { return element(managing, "templates").at("rows"); }
    int changes = 0;
};

/// From now on the store refuses to change templates.
void break_store(Database& database) {
    database.transaction([](Poco::Data::Session& session) {
        for (const char* const change : {"INSERT", "UPDATE", "DELETE"}) {
            execute(session, std::string("CREATE TRIGGER no_") + change + " BEFORE " + change +
                                 " ON message_template BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END");
        }
    });
}

}  // namespace

TEST_CASE("a message is kept as a template under a name, for oneself") {
    SavingFixture office;
    office.open("Hi {first_name}");
    CHECK(office.text(saving, "message") == "Hi {first_name}");
    CHECK(office.element(saving, "name").at("lines") == 1);
    CHECK(office.button(saving, "save").at("enabled") == false);
    CHECK(office.button(saving, "save").at("reason") == "Give the template a name.");
    office.change(saving, "name", " Night shift");
    CHECK(office.button(saving, "save").at("enabled") == true);
    CHECK(office.button(saving, "save").at("label") == "Save");

    office.press(saving, "save", {{"name", "Night shift "}, {"owner", "user"}});
    CHECK_FALSE(office.is_open(saving));
    REQUIRE(office.saved.size() == 1);
    REQUIRE(office.kept().size() == 1);
    const MessageTemplate kept = office.kept()[0];
    CHECK(kept.id == office.saved[0].id);
    CHECK(kept.name == "Night shift");
    CHECK(office.saved[0].name == "Night shift");
    CHECK(kept.owner == TemplateOwner::user);
    CHECK(kept.owner_id == 1);
    CHECK(kept.body == "Hi {first_name}");
}

TEST_CASE("or for the branch; who has none keeps it alone") {
    SavingFixture office;
    SECTION("for the branch") {
        office.open("Hi");
        CHECK(office.element(saving, "owner").at("choices")[1].at("label") == "All of Memphis NE");
        office.change(saving, "owner", "branch");
        CHECK(office.element(saving, "owner").at("value") == "branch");
        office.press(saving, "save", {{"name", "Night shift"}});
        REQUIRE(office.kept().size() == 1);
        CHECK(office.kept()[0].owner == TemplateOwner::branch);
        CHECK(office.kept()[0].owner_id == 3);
    }
    SECTION("alone") {
        office.session.set({true, true, 1, 0, "Alexander Swanson", ""});
        office.open("Hi");
        CHECK(office.text(saving, "owner") == "For you only");
        office.press(saving, "save", {{"name", "Night shift"}, {"owner", "branch"}});
        CHECK(office.kept().at(0).owner == TemplateOwner::user);
    }
}

TEST_CASE("that a template would be replaced is said before, and on the button") {
    SavingFixture office;
    const std::int64_t own = office.keep(TemplateOwner::user, "Night shift");
    office.open("New");
    office.change(saving, "name", "Night shift ");
    CHECK(office.button(saving, "save").at("label") == "Replace");
    CHECK(office.text(saving, "replaces") ==
          "There is a template \"Night shift\" already (Only you). This message will replace it.");
    office.change(saving, "owner", "branch");
    CHECK(office.button(saving, "save").at("label") == "Save");
    CHECK(office.text(saving, "replaces").empty());
    office.change(saving, "owner", "user");
    office.press(saving, "save");
    REQUIRE(office.kept().size() == 1);
    CHECK(office.kept()[0].id == own);
    CHECK(office.kept()[0].body == "New");
}

TEST_CASE("the template that the message began with stands there, to be replaced") {
    SavingFixture office;
    office.keep(TemplateOwner::branch, "Night shift");
    ask_for_template(office.services, "New", office.kept()[0], [](const MessageTemplate&) {});
    CHECK(office.element(saving, "name").at("value") == "Night shift");
    CHECK(office.element(saving, "owner").at("value") == "branch");
    CHECK(office.button(saving, "save").at("label") == "Replace");
    office.press(saving, "save");
    CHECK(office.kept().at(0).body == "New");
}

TEST_CASE("one that somebody made meanwhile is not replaced unasked") {
    SavingFixture office;
    office.open("New");
    office.change(saving, "owner", "branch");
    office.keep(TemplateOwner::branch, "Night shift", "Theirs");
    office.press(saving, "save", {{"name", "Night shift"}});
    REQUIRE(office.is_open(saving));
    CHECK(office.text(saving, "problem") == "There is a template \"Night shift\" already.");
    CHECK(office.button(saving, "save").at("label") == "Replace");
    CHECK(office.kept()[0].body == "Theirs");
    office.press(saving, "save");
    CHECK(office.kept()[0].body == "New");
    CHECK(office.saved.size() == 1);
}

TEST_CASE("a message that cannot be a template says why") {
    SavingFixture office;
    office.open("Hi {first_name");
    office.press(saving, "save", {{"name", "Night shift"}});
    CHECK(office.button(saving, "save").at("enabled") == false);
    CHECK(contains(office.button(saving, "save").at("reason"), "is not closed"));
    CHECK(office.kept().empty());
    office.press(saving, "cancel");
    CHECK_FALSE(office.is_open(saving));
}

TEST_CASE("when the store fails, it is said, and one can try again") {
    SavingFixture office;
    office.open("Hi");
    break_store(office.database);
    office.press(saving, "save", {{"name", "Night shift"}, {"owner", "branch"}});
    REQUIRE(office.is_open(saving));
    CHECK_FALSE(office.text(saving, "problem").empty());
    CHECK(office.button(saving, "save").at("enabled") == true);
    office.database.transaction(
        [](Poco::Data::Session& session) { execute(session, "DROP TRIGGER no_INSERT"); });
    office.press(saving, "save");
    CHECK(office.kept().at(0).name == "Night shift");
    CHECK(office.kept().at(0).owner == TemplateOwner::branch);
}

TEST_CASE("somebody else who is logged in by now changes nothing") {
    SavingFixture office;
    office.open("Hi");
    office.session.set({true, true, 2, 3, "Bea", "Memphis NE"});
    office.press(saving, "save", {{"name", "Night shift"}});
    CHECK(contains(office.text(saving, "problem"), "Somebody else is logged in"));
    CHECK(office.kept().empty());
}

TEST_CASE("what is under way is done though its window is closed") {
    SavingFixture office;
    office.open("Hi");
    office.dialogs.on_event(
        office.windows.last_id,
        {{"event", "pressed"}, {"button", "save"}, {"values", {{"name", "Night shift"}}}});
    office.dialogs.on_event(office.windows.last_id, {{"event", "closed"}});
    office.settle();
    CHECK(office.kept().size() == 1);
    CHECK(office.saved.size() == 1);
}

TEST_CASE("the templates are listed with whose they are and how they begin") {
    ManagingFixture office;
    manage_templates(office.services, [] {});
    CHECK(office.element(managing, "templates").at("empty_text") == "Looking up the templates...");
    office.settle();
    CHECK(contains(office.element(managing, "templates").at("empty_text"), "There are no templates yet."));
    office.press(managing, "close");
    CHECK_FALSE(office.is_open(managing));

    office.keep(TemplateOwner::branch, "Day", "Hi\nthere");
    office.keep(TemplateOwner::user, "Night", std::string(59, 'a') + "\u2019\u2019");
    office.open();
    REQUIRE(office.rows().size() == 2);
    CHECK(office.rows()[0].at("title") == "Night");
    CHECK(office.rows()[0].at("detail") == "Only you: " + std::string(59, 'a') + "\u2019\u2026");
    CHECK(office.rows()[1].at("title") == "Day");
    CHECK(office.rows()[1].at("detail") == "All of Memphis NE: Hi there");
}

TEST_CASE("a template's name and message are edited in a window of their own") {
    ManagingFixture office;
    const std::int64_t day = office.keep(TemplateOwner::branch, "Day", "Hello {first_name}");
    office.keep(TemplateOwner::branch, "Night");
    office.open();
    office.act(managing, "templates", day, "edit");
    CHECK(office.element(editing, "name").at("value") == "Day");
    CHECK(office.element(editing, "body").at("value") == "Hello {first_name}");
    CHECK(office.text(editing, "owner") == "For: All of Memphis NE");
    CHECK(office.element(editing, "body").at("inserts")[0].at("items")[0].at("text") == "{first_name}");
    office.change(editing, "name", " ");
    CHECK(office.button(editing, "confirm").at("enabled") == false);
    CHECK(office.element(editing, "name").at("error") == "Give the template a name.");
    office.change(editing, "name", "Night");
    office.change(editing, "body", std::string(1601, 'a'));
    CHECK(contains(office.element(editing, "body").at("error"), "at most 1600 can be sent"));
    office.change(editing, "body", "Hello {first_name");
    CHECK(contains(office.element(editing, "body").at("error"), "is not closed"));
    CHECK(office.button(editing, "confirm").at("reason") == office.element(editing, "body").at("error"));
    office.press(editing, "confirm", {{"name", "Night"}, {"body", "Good morning"}});
    CHECK(contains(office.text(editing, "problem"), "There is another template \"Night\"."));
    CHECK(office.element(editing, "body").at("error") == "");
    office.press(editing, "confirm", {{"name", "Late"}});
    CHECK_FALSE(office.is_open(editing));
    CHECK(office.rows()[0].at("title") == "Late");
    CHECK(office.kept()[0].body == "Good morning");
    CHECK(office.kept()[0].owner == TemplateOwner::branch);
    CHECK(office.changes == 1);
}

TEST_CASE("a template that somebody changed meanwhile is not overwritten") {
    ManagingFixture office;
    const std::int64_t day = office.keep(TemplateOwner::branch, "Day");
    office.open();
    office.act(managing, "templates", day, "edit");
    office.templates.save({0, TemplateOwner::branch, 3, "Day", "Theirs"}, true, {2, "Bea"}, at(2ms));
    office.press(editing, "confirm", {{"body", "Mine"}});
    CHECK(contains(office.text(editing, "problem"), "Somebody else has changed the template."));
    CHECK(office.kept()[0].body == "Theirs");
}

TEST_CASE("a template is removed after a question") {
    ManagingFixture office;
    const std::int64_t day = office.keep(TemplateOwner::branch, "Day");
    office.open();
    office.act(managing, "templates", day, "remove");
    CHECK(contains(office.text(removing, "question"), "Remove the template \"Day\"? All of Memphis NE lose"));
    office.press(removing, "cancel");
    CHECK(office.kept().size() == 1);
    CHECK(office.changes == 0);

    office.act(managing, "templates", day, "remove");
    office.press(removing, "confirm");
    CHECK_FALSE(office.is_open(removing));
    CHECK(office.kept().empty());
    CHECK(office.rows().empty());
    CHECK(office.changes == 1);
    office.act(managing, "templates", day, "remove");  // there is no such row any more
    CHECK_FALSE(office.is_open(removing));
}

TEST_CASE("a template that cannot be removed stays, and the question says why") {
    ManagingFixture office;
    const std::int64_t day = office.keep(TemplateOwner::user, "Day");
    office.open();
    break_store(office.database);
    office.act(managing, "templates", day, "remove");
    office.press(removing, "confirm");
    CHECK_FALSE(office.text(removing, "problem").empty());
    CHECK(office.kept().size() == 1);
    CHECK(office.changes == 0);
    office.press(removing, "cancel");
    CHECK(office.is_open(managing));
}

TEST_CASE("when the templates cannot be looked up, it is said") {
    ManagingFixture office;
    office.database.transaction(
        [](Poco::Data::Session& session) { execute(session, "DROP TABLE message_template"); });
    office.open();
    CHECK_FALSE(office.text(managing, "problem").empty());
    CHECK(office.element(managing, "templates").at("empty_text") == "The templates could not be looked up.");
}
