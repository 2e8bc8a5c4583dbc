#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "store/audit_store.hpp"
#include "unit/compose/compose_fixture.hpp"
#include "unit/contains.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

namespace {

/// A compose window with one recipient, and its number window above it.
struct NumberFixture : ComposeFixture {
    explicit NumberFixture(const std::vector<std::int64_t>& ids = {1}) {
        book.give(1, {2, MethodType::home_phone, "555-1204"});
        book.give(3, {2, MethodType::home_phone, "651-555-1299"});
        open(ids);
        settle();
        change_number(ids.front());
    }

    void change_number(std::int64_t id) {
        event({{"event", "row_action"},
               {"element", "recipients"},
               {"row", "employee:" + std::to_string(id)},
               {"action", "change_number"}});
        settle();
    }

    const json& number_view() const { return windows.views.rbegin()->second; }
    const json& number_element(const std::string& kind) const {
        for (const json& element : number_view().at("elements")) {
            if (element.at("kind") == kind) return element;
        }
        throw std::logic_error("no such element");
    }
    std::string field() const { return number_element("text_area").at("id"); }
    std::vector<std::string> button_ids() const {
        std::vector<std::string> ids;
        for (const json& button : number_view().at("buttons"))
            ids.push_back(button.at("id"));
        return ids;
    }
    void in_window(const json& event) {
        dialogs.on_event(windows.last_id, event);
        settle();
    }
    void choose(const std::string& method) {
        in_window({{"event", "changed"}, {"element", "method"}, {"value", method}});
    }
    void type_number(const std::string& number) {
        in_window({{"event", "changed"}, {"element", field()}, {"value", number}});
    }
    void press_there(const std::string& button) {
        in_window({{"event", "pressed"}, {"button", button}, {"values", json::object()}});
    }
    const json& row(std::size_t index) const { return rows("recipients")[index]; }
};

}  // namespace

TEST_CASE("the number window shows the methods of the record, and which can be texted") {
    NumberFixture office;
    CHECK(office.number_view().at("title") == "Number for Person 1");
    const json& choices = office.number_element("choice").at("choices");
    REQUIRE(choices.size() == 3);
    CHECK(choices[0].at("label") == "Cell Phone (651) 556-5757");
    CHECK(choices[1].at("label") == "Home Phone 555-1204 (cannot be texted)");
    CHECK(choices[2].at("value") == "0");
    CHECK(office.number_element("text_area").at("value") == "651-556-5757");
    CHECK(office.number_element("text_area").at("note") == "Texts go to (651) 556-5757.");
    CHECK(office.button_ids() == std::vector<std::string>{"use", "cancel"});
}

TEST_CASE("another method of the record is used for the text, and the record stays as it is") {
    NumberFixture office({3});
    CHECK(contains(office.number_element("text_area").at("note"), "not a number in service"));
    CHECK(office.number_element("text").at("text") == "");  // once is enough
    office.choose("2");
    CHECK(office.number_element("text_area").at("value") == "651-555-1299");
    office.press_there("use");
    REQUIRE(office.windows.views.size() == 1);
    CHECK(office.row(0).at("mark") == "ok");
    CHECK(office.row(0).at("cells").at("number") == "Home Phone (651) 555-1299");
    CHECK(office.book.value(3, 1) == "4737475757");
    office.press("send", {{"body", "Hello"}});
    CHECK(office.outbox.texts_of(RequestId{1}).at(0).number.str() == "+16515551299");
}

TEST_CASE("a method that cannot be texted is not used, and says why") {
    NumberFixture office;
    office.choose("2");
    CHECK(contains(office.number_element("text_area").at("note"), "needs an area code"));
    CHECK(office.number_view().at("buttons")[0].at("enabled") == false);
    office.press_there("use");
    CHECK(office.windows.views.size() == 2);
    office.choose("1");
    CHECK(office.number_view().at("buttons")[0].at("enabled") == true);
}

TEST_CASE("a corrected number is written back to the record and texted") {
    NumberFixture office;
    office.choose("2");
    office.type_number(" (651) 555-1204 ");
    CHECK(office.button_ids() == std::vector<std::string>{"correct", "use_once", "cancel"});
    office.press_there("correct");
    REQUIRE(office.windows.views.size() == 1);
    CHECK(office.book.value(1, 2) == "(651) 555-1204");
    CHECK(office.row(0).at("cells").at("number") == "Home Phone (651) 555-1204");

    office.change_number(1);  // it stands there as it is now
    CHECK(office.button_ids() == std::vector<std::string>{"use", "cancel"});
    CHECK(office.number_element("text_area").at("value") == "(651) 555-1204");
}

TEST_CASE("where the host does not change the record it says why, and the number can be used for this text") {
    NumberFixture office;
    office.book.refuses_changes = "Payroll may not change records.";
    office.type_number("651-555-1204");
    office.press_there("correct");
    REQUIRE(office.windows.views.size() == 2);
    CHECK(office.number_element("text").at("text") ==
          "The record was not changed: Payroll may not change records.");
    CHECK(office.number_element("text").at("severity") == "error");
    CHECK(office.button_ids().front() == "correct");  // what was typed is not lost

    office.press_there("use_once");
    REQUIRE(office.windows.views.size() == 1);
    CHECK(office.book.value(1, 1) == "651-556-5757");
    CHECK(office.row(0).at("cells").at("number") == "This text only (651) 555-1204");
    office.press("send", {{"body", "Hello"}});
    CHECK(office.outbox.texts_of(RequestId{1}).at(0).number.str() == "+16515551204");
    CHECK(office.outbox.texts_of(RequestId{1}).at(0).state == TextState::queued);
}

TEST_CASE("a number typed in for one text stays in the window when it is opened again") {
    NumberFixture office;
    office.choose("0");
    CHECK(office.number_element("text_area").at("value") == "");
    CHECK(office.number_element("text_area").at("note") == "Type the number to text.");
    CHECK(office.number_view().at("buttons")[0].at("enabled") == false);
    office.type_number("651-555-1204 (mother)");
    CHECK(contains(office.number_element("text_area").at("note"), "the note \"(mother)\" is left out"));
    office.press_there("use_once");
    CHECK(contains(office.row(0).at("note"), "is left out"));
    office.change_number(1);
    CHECK(office.number_element("choice").at("value") == "0");
    CHECK(office.number_element("text_area").at("value") == "651-555-1204 (mother)");
}

TEST_CASE("a record without a number is texted at one that is typed in") {
    NumberFixture office({5});
    office.type_number("651-555-1204");
    office.press_there("use_once");
    CHECK(office.row(0).at("mark") == "ok");
}

TEST_CASE("a number that is another's makes the two share one text") {
    NumberFixture office({2, 1});
    office.type_number("651-556-5757");
    office.press_there("use_once");
    CHECK(office.row(0).at("mark") == "ok");
    CHECK(contains(office.row(1).at("note"), "same number as Person 2"));
}

TEST_CASE("what is known of the number is known of a corrected one, too") {
    NumberFixture office;
    office.condition_of = [](const E164& number) {
        return number.str() == "+16515551204" ? std::optional(NumberCondition{Verdict::opted_out})
                                              : std::nullopt;
    };
    office.type_number("651-555-1204");
    office.press_there("use_once");
    CHECK(office.row(0).at("mark") == "rejected");
    CHECK(contains(office.row(0).at("note"), "has opted out of texts"));
}

TEST_CASE("the number window outlives neither its compose window's row nor a late answer") {
    NumberFixture office({1, 2});
    office.dialogs.on_event(
        1, {{"event", "row_action"}, {"element", "recipients"}, {"row", "employee:1"}, {"action", "remove"}});
    SECTION("the row was taken out meanwhile") {}
    SECTION("the compose window was closed meanwhile") {
        office.dialogs.on_event(1, {{"event", "closed"}});
        office.windows.views.erase(1);
    }
    office.press_there("use");
    CHECK(office.dialogs.is_open<ComposeDialog>() == (office.windows.views.size() == 1));
    CHECK_FALSE(office.windows.views.contains(2));
}

TEST_CASE("a window that is closed while the number is looked at changes nothing") {
    NumberFixture office;
    office.dialogs.on_event(office.windows.last_id,
                            {{"event", "pressed"}, {"button", "use"}, {"values", json::object()}});
    office.dialogs.on_event(office.windows.last_id, {{"event", "closed"}});
    const json before = office.windows.views.begin()->second;
    office.settle();
    CHECK(office.windows.views.begin()->second == before);
}

namespace {

/// A recipient whose number a carrier called a landline, and the number window on it.
struct LandlineFixture : NumberFixture {
    LandlineFixture() {
        condition_of = [this](const E164& number) -> std::optional<NumberCondition> {
            const NumberFacts known = facts.of(number);
            if (known.contains(NumberFact::opted_out)) return NumberCondition{Verdict::opted_out};
            if (!known.contains(NumberFact::takes_no_texts)) return std::nullopt;
            return NumberCondition{Verdict::cannot_receive,
                                   "the carrier says that it is not a mobile number"};
        };
        facts.learn(landline, NumberFact::takes_no_texts, "A landline.", at(5ms));
    }

    void say_how(const std::string& reason) {
        in_window({{"event", "changed"}, {"element", "reason_" + field().substr(7)}, {"value", reason}});
    }
    const json& button(const std::string& id) const {
        for (const json& one : number_view().at("buttons")) {
            if (one.at("id") == id) return one;
        }
        throw std::logic_error("no such button");
    }
    bool offers_to_lift() const {
        const std::vector<std::string> ids = button_ids();
        return std::find(ids.begin(), ids.end(), "no_landline") != ids.end();
    }

    E164 landline{"+16515551204"};
};

}  // namespace

TEST_CASE("a person who knows better has a landline texted, with the reason in the audit trail") {
    LandlineFixture office;
    const bool is_on_record = GENERATE(true, false);
    CHECK_FALSE(office.offers_to_lift());  // nothing speaks against 651-556-5757
    office.type_number("651-555-1204");
    CHECK_FALSE(office.offers_to_lift());  // not known yet what is known of it
    office.press_there(is_on_record ? "correct" : "use_once");
    CHECK(office.row(0).at("mark") == "rejected");
    office.change_number(1);
    REQUIRE(office.offers_to_lift());
    CHECK(contains(office.number_element("text_area").at("note"), "it is not a mobile number"));
    CHECK(office.number_view().at("buttons")[0].at("enabled") == false);

    CHECK(office.button("no_landline").at("enabled") == false);
    office.press_there("no_landline");
    CHECK(office.facts.of(office.landline).size() == 1);
    office.say_how(" \u200B\u3000");
    CHECK(office.button("no_landline").at("enabled") == false);
    office.say_how("She had it ported last week. ");
    CHECK(office.button("no_landline").at("enabled") == true);
    office.press_there("no_landline");

    REQUIRE(office.windows.views.size() == 1);
    CHECK(office.row(0).at("mark") == "ok");
    CHECK(office.facts.of(office.landline).empty());
    const AuditEntry audited = AuditStore(office.database).after(0, 100).back();
    CHECK(audited.action == "number.no_landline");
    CHECK(audited.who.name == "Alexander Swanson");
    CHECK(audited.number == office.landline);
    CHECK(audited.records == "employee 1");
    CHECK(audited.detail == "She had it ported last week.");
    office.press("send", {{"body", "Hello"}});
    CHECK(office.outbox.texts_of(RequestId{1}).at(0).number == office.landline);
}

TEST_CASE("an opt-out is not lifted in the number window, nor is a kind of number that takes no texts") {
    LandlineFixture office;
    std::string number = "651-555-1204";
    SECTION("opted out") {
        office.facts.learn(office.landline, NumberFact::opted_out, "STOP", at(6ms));
    }
    SECTION("toll-free") {
        number = "800-555-1204";
        office.book.value(1, 1) = number;
        office.press_there("cancel");
        office.press("cancel");
        office.open({1});
        office.settle();
        office.change_number(1);
    }
    if (number.starts_with("651")) {
        office.type_number(number);
        office.press_there("correct");
        office.change_number(1);
    }
    CHECK(office.windows.views.begin()->second.at("elements")[1].at("rows")[0].at("mark") == "rejected");
    CHECK_FALSE(office.offers_to_lift());
    office.press_there("no_landline");
    CHECK(office.facts.of(office.landline).contains(NumberFact::takes_no_texts));
    CHECK(office.windows.views.size() == 2);
}

TEST_CASE("a landline that was lifted counts although the window was closed meanwhile") {
    LandlineFixture office;
    office.type_number("651-555-1204");
    office.press_there("correct");
    office.change_number(1);
    office.dialogs.on_event(
        office.windows.last_id,
        {{"event", "pressed"}, {"button", "no_landline"}, {"values", {{"reason_1", "Ported."}}}});
    office.dialogs.on_event(office.windows.last_id, {{"event", "closed"}});
    office.windows.views.erase(office.windows.last_id);
    office.settle();
    CHECK(office.row(0).at("mark") == "ok");
}

TEST_CASE("a number that is not known to be in service can be insisted on") {
    NumberFixture office({3});
    CHECK(contains(office.number_element("text_area").at("note"),
                   "If you are sure of (473) 747-5757, you can text it anyway."));
    CHECK(office.button_ids() == std::vector<std::string>{"use", "text_anyway", "cancel"});
    CHECK(office.number_view().at("buttons")[0].at("enabled") == false);
    office.press_there("text_anyway");
    REQUIRE(office.windows.views.size() == 1);
    CHECK(office.row(0).at("mark") == "warning");
    CHECK(contains(office.row(0).at("note"),
                   "(473) 747-5757 is not known to be in service; it is texted because you"));

    office.change_number(3);  // it is still insisted on
    CHECK(office.button_ids() == std::vector<std::string>{"use", "cancel"});
    office.press_there("use");
    CHECK(office.row(0).at("mark") == "warning");

    office.press("send", {{"body", "Hello"}});
    CHECK(office.outbox.texts_of(RequestId{1}).at(0).number.str() == "+14737475757");
    const auto audited = AuditStore(office.database).after(0, 100);
    const auto insisted = std::find_if(audited.begin(), audited.end(),
                                       [](const AuditEntry& entry) { return entry.action == "send.insist"; });
    REQUIRE(insisted != audited.end());
    CHECK(insisted->number.str() == "+14737475757");
    CHECK(insisted->who.name == "Alexander Swanson");
}

TEST_CASE("a typed number can be insisted on for one text, the record stays as it is") {
    NumberFixture office;
    office.type_number("654-234-1204");
    CHECK(office.button_ids() == std::vector<std::string>{"correct", "use_once", "text_anyway", "cancel"});
    office.press_there("text_anyway");
    CHECK(contains(office.row(0).at("detail"), "This text only (654) 234-1204"));
    CHECK(office.book.value(1, 1) == "651-556-5757");
}

TEST_CASE("nobody insists on what can be no number, nor on one that its field or its owner forbids") {
    NumberFixture office;
    for (const char* number : {"651-083-9012", "12345", "n/a", "654-234-1204 DO NOT TEXT", "651-555-TEXT"}) {
        CAPTURE(number);
        office.type_number(number);
        CHECK(office.button_ids() == std::vector<std::string>{"correct", "use_once", "cancel"});
        office.press_there("text_anyway");
        CHECK(office.windows.views.size() == 2);
    }
    office.condition_of = [](const E164&) { return NumberCondition{Verdict::opted_out}; };
    office.type_number("654-234-1204");
    office.press_there("text_anyway");
    CHECK(office.row(0).at("mark") == "rejected");
    CHECK(contains(office.row(0).at("note"), "has opted out of texts"));
}
