// What was typed is not lost: drafts, and the questions before it is discarded or replaced.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/compose/compose_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

namespace {

const std::string long_message = "Can you work on Monday from 7 to 3?";
const std::string few_words = "Hi, are you there?";

struct DraftFixture : ComposeFixture {
    DraftFixture() { begin({1, 2}); }

    void begin(const std::vector<std::int64_t>& ids) {
        open(ids);
        settle();
    }
    const json& compose() const { return named("send_text.compose"); }
    const json& named(const std::string& name) const { return windows.views.at(id_of(name)); }
    bool is_open(const std::string& name) const { return id_of(name) != 0; }
    const json& part(const std::string& id) const {
        for (const json& element : compose().at("elements")) {
            if (element.at("id") == id) return element;
        }
        throw std::logic_error("no element " + id);
    }
    const json& message() const { return compose().at("elements").at(4); }
    bool offers(const std::string& button) const {
        return compose().at("buttons").dump().find('"' + button + '"') != std::string::npos;
    }
    void write(const std::string& text) {
        send_event("send_text.compose",
                   {{"event", "changed"}, {"element", message().at("id")}, {"value", text}});
    }
    void push(const std::string& button, const std::string& window = "send_text.compose") {
        send_event(window, {{"event", "pressed"}, {"button", button}, {"values", json::object()}});
    }
    void choose_template(std::int64_t id) {
        const std::string value = id == 0 ? "" : std::to_string(id);
        send_event("send_text.compose", {{"event", "changed"}, {"element", "template"}, {"value", value}});
    }
    void send_event(const std::string& window, const json& event) {
        const std::uint64_t id = id_of(window);
        dialogs.on_event(id, event);
        if (event.at("event") == "closed") windows.views.erase(id);
        settle();
    }
    std::int64_t keep(const std::string& name, const std::string& body) {
        return templates.save({0, TemplateOwner::user, 1, name, body}, true, {1, "Alexander Swanson"},
                              no_time);
    }

  private:
    std::uint64_t id_of(const std::string& name) const {
        for (const auto& [id, view] : windows.views) {
            if (view.at("name") == name) return id;
        }
        return 0;
    }
};

}  // namespace

TEST_CASE("what was typed is there again when the same people are texted") {
    DraftFixture office;
    SessionUser user = office.session.user();
    user.time_zone = "America/Chicago";
    office.session.set(user);
    office.send_event("send_text.compose", {{"event", "closed"}});  // the host's; nobody was asked
    office.begin({1, 2});
    office.write(long_message);
    const bool is_written = GENERATE(true, false);
    if (is_written) office.drafts.step();
    office.dialogs.close_all();  // as at the end of the plug-in

    office.begin({3});
    CHECK(office.message().at("value") == "");
    office.dialogs.close_all();
    office.begin({2, 1});
    CHECK(office.message().at("value") == long_message);
    CHECK(office.part("draft").at("text") == "Your draft from 9:04 AM is back.");
    CHECK(office.offers("discard_draft"));
    CHECK(office.compose().at("buttons")[0].at("enabled") == true);

    office.write(long_message + "!");
    CHECK(office.part("draft").at("text") == "");
    CHECK_FALSE(office.offers("discard_draft"));
}

TEST_CASE("a draft that came back can be discarded") {
    DraftFixture office;
    office.write(long_message);
    office.dialogs.close_all();
    office.begin({1, 2});
    office.push("discard_draft");
    CHECK(office.message().at("value") == "");
    CHECK(office.part("draft").at("text") == "");
    CHECK(office.windows.views.size() == 1);
    office.push("cancel");
    office.begin({1, 2});
    CHECK(office.part("draft").at("text") == "");
}

TEST_CASE("what somebody types before their draft is found is not overwritten") {
    DraftFixture office;
    office.write(long_message);
    office.dialogs.close_all();
    office.open({1, 2});
    office.dialogs.on_event(office.windows.last_id,
                            {{"event", "changed"}, {"element", "body"}, {"value", "New"}});
    office.settle();
    CHECK(office.message().at("id") == "body");
    CHECK(office.part("draft").at("text") == "");
}

TEST_CASE("nobody else sees a draft") {
    DraftFixture office;
    office.write(long_message);
    office.dialogs.close_all();
    SessionUser other = office.session.user();
    other.rep_id = 2;
    office.session.set(other);
    office.begin({1, 2});
    CHECK(office.message().at("value") == "");
}

TEST_CASE("a draft goes when it is sent, and stays when it could not be") {
    DraftFixture office;
    office.write(long_message);
    SECTION("sent") {
        office.push("send");
        office.dialogs.close_all();
        office.begin({1, 2});
        CHECK(office.message().at("value") == "");
    }
    SECTION("sent, though the window was closed meanwhile") {
        office.dialogs.on_event(office.windows.last_id,
                                {{"event", "pressed"}, {"button", "send"}, {"values", json::object()}});
        office.send_event("send_text.compose", {{"event", "closed"}});
        office.begin({1, 2});
        CHECK(office.message().at("value") == "");
    }
    SECTION("not sent") {
        const SessionUser user = office.session.user();
        SessionUser without_permission = user;
        without_permission.may_text = false;
        office.session.set(without_permission);
        office.push("send");
        office.dialogs.close_all();
        office.session.set(user);
        office.begin({1, 2});
        CHECK(office.message().at("value") == long_message);
    }
}

TEST_CASE("Cancel asks before more than a few words are discarded") {
    DraftFixture office;
    office.write(long_message);
    office.push("cancel");
    REQUIRE(office.is_open("send_text.discard"));
    CHECK(office.named("send_text.discard").at("title") == "Discard this message?");
    office.push("cancel");  // again, while it is asked
    CHECK(office.windows.views.size() == 2);
    SECTION("and goes on") {
        const bool is_closed = GENERATE(true, false);
        is_closed ? office.send_event("send_text.discard", {{"event", "closed"}})
                  : office.push("no", "send_text.discard");
        CHECK_FALSE(office.is_open("send_text.discard"));
        CHECK(office.is_open("send_text.compose"));
        office.push("cancel");  // it is asked anew
        CHECK(office.is_open("send_text.discard"));
    }
    SECTION("and discards") {
        office.push("yes", "send_text.discard");
        CHECK(office.windows.views.empty());
        office.begin({1, 2});
        CHECK(office.message().at("value") == "");
    }
}

TEST_CASE("Cancel does not ask about a few words, nor about an untouched template") {
    DraftFixture office;
    const std::int64_t id = office.keep("Monday", long_message);
    SECTION("a few words") {
        office.write(few_words);
        office.push("cancel");
        CHECK(office.windows.views.empty());
    }
    SECTION("a template") {
        office.push("cancel");
        office.begin({1, 2});
        office.choose_template(id);
        REQUIRE(office.message().at("value") == long_message);
        office.push("cancel");
        CHECK(office.windows.views.empty());
        office.begin({1, 2});
        CHECK(office.message().at("value") == "");  // which is no draft
    }
    SECTION("a template with a word changed") {
        office.push("cancel");
        office.begin({1, 2});
        office.choose_template(id);
        office.write("Can you work on Tuesday from 7 to 3?");
        office.push("cancel");
        CHECK(office.windows.views.empty());
    }
}

TEST_CASE("choosing a template asks before it replaces what was written") {
    DraftFixture office;
    const std::int64_t id = office.keep("Monday", "Good morning");
    office.push("cancel");
    office.begin({1, 2});
    office.write(long_message);
    office.choose_template(id);
    REQUIRE(office.is_open("send_text.replace"));
    CHECK(office.part("template").at("value") == "");
    SECTION("and keeps it") {
        office.push("no", "send_text.replace");
        CHECK(office.part("template").at("value") == "");
        office.push("send");
        CHECK(office.outbox.texts_of(RequestId{1}).at(0).body == long_message);
    }
    SECTION("and replaces it; without a template it is there again") {
        office.push("yes", "send_text.replace");
        CHECK(office.part("template").at("value") == std::to_string(id));
        CHECK(office.message().at("value") == "Good morning");
        office.choose_template(0);
        CHECK(office.message().at("value") == long_message);
    }
}

TEST_CASE("a draft remembers the template that it began with") {
    DraftFixture office;
    const std::int64_t id = office.keep("Monday", long_message);
    office.push("cancel");
    office.begin({1, 2});
    office.choose_template(id);
    office.write(long_message + " Bring boots.");
    office.dialogs.close_all();
    office.begin({1, 2});
    CHECK(office.message().at("value") == long_message + " Bring boots.");
    CHECK(office.part("template").at("value") == std::to_string(id));
}

TEST_CASE("a template of which something was taken out is a draft, too") {
    DraftFixture office;
    const std::int64_t id = office.keep("Monday", long_message);
    office.push("cancel");
    office.begin({1, 2});
    office.choose_template(id);
    office.write("Can you work on Monday?");
    office.dialogs.close_all();
    office.begin({1, 2});
    CHECK(office.message().at("value") == "Can you work on Monday?");
}

TEST_CASE("a template that is edited changes the message that it is, and no other") {
    DraftFixture office;
    const std::int64_t id = office.keep("Monday", "Good morning");
    office.push("cancel");
    office.begin({1, 2});
    office.choose_template(id);
    const bool is_touched = GENERATE(true, false);
    if (is_touched) office.write("Good morning all");
    office.push("manage_templates");
    office.send_event(
        "send_text.templates",
        {{"event", "row_action"}, {"element", "templates"}, {"row", std::to_string(id)}, {"action", "edit"}});
    office.dialogs.on_event(
        office.windows.last_id,
        {{"event", "pressed"}, {"button", "confirm"}, {"values", {{"body", "Good evening"}}}});
    office.settle();
    office.push("close", "send_text.templates");
    office.push("send");
    CHECK(office.outbox.texts_of(RequestId{1}).at(0).body ==
          (is_touched ? "Good morning all" : "Good evening"));
}

TEST_CASE("too long is said once, beside the message, and an empty one is no error") {
    DraftFixture office;
    const auto error = [&] { return office.message().at("error").get<std::string>(); };
    const auto reason = [&] { return office.compose().at("buttons")[0].at("reason").get<std::string>(); };
    CHECK(error().empty());
    CHECK(reason() == "Write a message first.");
    office.write(std::string(1700, 'a'));
    CHECK(error() == "The message has 1700 characters; at most 1600 can be sent. Shorten it.");
    CHECK(reason() == error());
    CHECK(office.message().at("note") == "");
    CHECK(office.message().at("max_characters") == 40'000);  // or nobody would hear of it
    office.write(std::string(1600, 'a'));
    CHECK(error().empty());
    office.write(" ");
    CHECK(error().empty());
}

TEST_CASE("fields and emoji can be put in by a click, and their list is folded") {
    DraftFixture office;
    const json& inserts = office.message().at("inserts");
    CHECK(inserts[0].at("label") == "Fields");
    CHECK(inserts[0].at("items")[0] == json{{"label", "First name"}, {"text", "{first_name}"}});
    CHECK(inserts[0].at("items").back() == json{{"label", "Job"}, {"text", "{job}"}});
    CHECK(inserts[1].at("look") == "grid");
    CHECK(inserts[1].at("items").size() == 48);
    CHECK(office.part("fields").at("folded") == "All fields");
}
