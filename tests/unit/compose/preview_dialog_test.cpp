#include <catch2/catch_test_macros.hpp>

#include "compose/preview_dialog.hpp"
#include "unit/compose/template_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

constexpr const char* preview = "send_text.preview";

Recipient person(std::int64_t id, const std::string& first_name, const E164& number) {
    Recipient recipient;
    recipient.record = {RecordKind::employee, id};
    recipient.name = first_name + " Poe";
    recipient.number = number;
    recipient.verdict = Verdict::ok;
    recipient.fields = {first_name, "Poe", "", ""};
    return recipient;
}

struct PreviewFixture : TemplateFixture {
    void open(const std::vector<Recipient>& recipients, const std::string& message,
              const std::optional<RecordRef>& first = {}) {
        MessageDraft draft(session.user());
        draft.set_recipients(recipients);
        draft.write(message);
        const std::size_t shown = first ? draft.text_of(*first).value_or(0) : 0;
        show_preview(dialogs, std::make_shared<const MessageDraft>(draft), shown);
    }
    std::string shown(const std::string& id) const { return text(preview, id); }
    bool can_press(const std::string& id) const { return button(preview, id).at("enabled").get<bool>(); }
};

const std::vector<Recipient> people = {
    person(1, "Ann", E164("+16515565757")), person(2, "Maximilian", E164("+16515565758")),
    person(3, "", E164("+16515565759")), person(4, "Bob", E164("+16515565757"))};

}  // namespace

TEST_CASE("each recipient's message is shown, with its number and its cost") {
    PreviewFixture office;
    office.open(people, "Hi {first_name}");
    CHECK(office.shown("to") == "1 of 3: to Ann Poe and Bob Poe, (651) 556-5757, worded for Ann Poe.");
    CHECK(office.shown("message") == "Hi Ann");
    CHECK(office.shown("cost") == "6/160 \u00B7 1 segment");
    CHECK_FALSE(office.can_press("previous"));

    office.press(preview, "next");
    CHECK(office.shown("to") == "2 of 3: to Maximilian Poe, (651) 556-5758.");
    CHECK(office.shown("message") == "Hi Maximilian");
    CHECK_FALSE(office.can_press("longest"));
    office.press(preview, "next");
    CHECK_FALSE(office.can_press("next"));
    office.press(preview, "next");
    CHECK(office.shown("to").starts_with("3 of 3"));
    office.press(preview, "previous");
    office.press(preview, "previous");
    CHECK(office.shown("message") == "Hi Ann");
    office.press(preview, "previous");
    CHECK(office.shown("message") == "Hi Ann");
    office.press(preview, "longest");
    CHECK(office.shown("message") == "Hi Maximilian");
    office.press(preview, "close");
    CHECK_FALSE(office.is_open(preview));
}

TEST_CASE("it begins where it is asked to, and a missing value is told in the place of the message") {
    PreviewFixture office;
    office.open(people, "Hi {first_name}", RecordRef{RecordKind::employee, 3});
    CHECK(office.shown("message").starts_with("{first_name} is empty for"));
    CHECK(office.element(preview, "message").at("severity") == "error");
    CHECK(office.shown("cost").empty());
    office.press(preview, "previous");
    CHECK(office.element(preview, "message").at("severity") == "info");
}

TEST_CASE("one who shares a number sees the text that goes there") {
    PreviewFixture office;
    office.open(people, "Hi {first_name}", RecordRef{RecordKind::employee, 4});
    CHECK(office.shown("message") == "Hi Ann");
}

TEST_CASE("a character that costs is named; a single text needs no buttons to go on") {
    PreviewFixture office;
    office.open({people[0]}, "It\u2019s on", RecordRef{RecordKind::employee, 77});
    CHECK(office.shown("cost") ==
          "7/70 \u00B7 1 segment. \u2019 leaves 70 characters to a segment instead of 160; ' would not.");
    CHECK(office.view(preview).at("buttons").size() == 1);
}

TEST_CASE("when there is nobody, the preview says so") {
    PreviewFixture office;
    office.open({}, "Hi {first_name}");
    CHECK(office.shown("to") == "There is nobody here who can be texted.");
    office.press(preview, "next");
    CHECK(office.view(preview).at("elements").size() == 1);
}
