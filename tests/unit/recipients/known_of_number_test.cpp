#include <catch2/catch_test_macros.hpp>

#include "unit/recipients/resolving.hpp"

// What carriers, conversations and the field itself say of a number, and what the resolver makes of it.

using namespace send_text;
using send_text::testing::Resolving;

namespace {

/// People with a home phone besides, which is used where the cell phone cannot be.
struct TwoPhones : Resolving {
    TwoPhones() { rules.fall_through_unusable_number = true; }

    RecordRef add(std::int64_t id, const std::string& cell) {
        return directory.add(
            id, "Ann Poe", {{1, MethodType::cell_phone, cell}, {2, MethodType::home_phone, "651-555-1299"}});
    }
};

}  // namespace

TEST_CASE("what is known of a number speaks against it, in words") {
    Resolving resolving;
    const auto ann = resolving.directory.add(1, "Ann Poe", "651-555-1204");
    NumberCondition condition;
    resolving.rules.condition_of = [&](const E164& number) {
        CHECK(number.str() == "+16515551204");
        return std::optional(condition);
    };
    const auto only = [&]() -> const Recipient& {
        resolving.recipients.clear();
        resolving.resolve({ann});
        return resolving.recipients.at(0);
    };
    condition = {Verdict::opted_out};
    CHECK(only().verdict == Verdict::opted_out);
    CHECK(only().number.empty());
    CHECK(only().reason ==
          "Ann Poe: the Cell Phone 651-555-1204 has opted out of texts. They must text START to one of your "
          "lines "
          "before they can be texted again.");

    condition = {Verdict::cannot_receive, "the carrier says that it is not a mobile number"};
    CHECK(only().reason ==
          "Ann Poe: the Cell Phone 651-555-1204 cannot receive texts: the carrier says that it is not a "
          "mobile number. "
          "Enter a mobile number on the record.");

    condition = {Verdict::outside_hours, "8:00 AM"};
    CHECK(only().verdict == Verdict::outside_hours);
    CHECK(only().number.str() == "+16515551204");
    CHECK(only().reason ==
          "Ann Poe: it is outside the texting hours where (651) 555-1204 is; the text will be sent at "
          "8:00 AM "
          "there.");
}

TEST_CASE("a landline falls through like any number that cannot be texted; who has opted out is left alone") {
    Resolving resolving;
    resolving.directory.add(1, "Ann Poe",
                            {{10, MethodType::cell_phone, "n/a"},
                             {11, MethodType::phone, "651-555-1204"},
                             {12, MethodType::home_phone, "651-555-1205"}});
    resolving.rules.fall_through_unusable_number = true;
    Verdict verdict = Verdict::cannot_receive;
    resolving.rules.condition_of = [&](const E164& number) {
        return number.str() == "+16515551204" ? std::optional(NumberCondition{verdict, "it is a landline"})
                                              : std::nullopt;
    };
    resolving.resolve({{RecordKind::employee, 1}});
    CHECK(resolving.recipients.at(0).number.str() == "+16515551205");

    verdict = Verdict::opted_out;
    resolving.resolve({{RecordKind::employee, 1}});
    CHECK(resolving.recipients.at(1).verdict == Verdict::opted_out);
    CHECK(resolving.recipients.at(1).number.empty());
    CHECK(resolving.recipients.at(1).reason.starts_with(
        "Ann Poe: the Phone 651-555-1204 has opted out of texts"));
}

TEST_CASE("who opted out at one number and is texted at another is warned about") {
    Resolving resolving;
    resolving.rules.judges_others = true;
    resolving.rules.condition_of = [&](const E164& number) {
        return number.str() == "+16515551204" ? std::optional(NumberCondition{Verdict::opted_out})
                                              : std::nullopt;
    };
    resolving.directory.add(
        1, "Ann Poe",
        {{10, MethodType::cell_phone, "651-555-1204"}, {11, MethodType::phone, "651-555-1205 x7"}});
    resolving.resolve({{RecordKind::employee, 1}});
    const Recipient& found = resolving.recipients.at(0);
    CHECK(found.verdict == Verdict::opted_out);
    const std::string warning = "Ann Poe opted out at (651) 555-1204; this is another number of theirs.";
    const RecipientResolver resolver(resolving.directory, resolving.judge, resolving.rules);
    const Recipient elsewhere = resolver.with_method(found, {0, MethodType::unspecified, "651-555-1206"});
    CHECK(elsewhere.verdict == Verdict::ok);
    CHECK(elsewhere.reason == warning);
    const Recipient at_home = resolver.with_method(found, found.others.at(0).method);
    CHECK(at_home.verdict == Verdict::extension_dropped);
    CHECK(at_home.reason.ends_with(". " + warning));
    const Recipient back = resolver.with_method(at_home, *found.method);
    CHECK(back.verdict == Verdict::opted_out);
    CHECK(back.reason == found.reason);
}

TEST_CASE("a number that is known to work is texted, though no numbering plan has it") {
    Resolving resolving;
    const auto ann = resolving.directory.add(1, "Ann Poe", "654-234-1204");
    const auto bob = resolving.directory.add(2, "Bob Poe", "654-234-1205");
    const auto cid = resolving.directory.add(3, "Cid Poe", "465-234-1204");
    resolving.rules.condition_of = [](const E164& number) -> std::optional<NumberCondition> {
        if (number.str() == "+16542341205") return std::nullopt;
        return NumberCondition{Verdict::ok, {}, true};
    };
    REQUIRE(resolving.resolve({ann, bob, cid}));
    CHECK(resolving.recipients[0].verdict == Verdict::ok);
    CHECK(resolving.recipients[0].number.str() == "+16542341204");
    CHECK(resolving.recipients[0].reason.empty());
    CHECK(resolving.recipients[1].verdict == Verdict::not_in_service);
    CHECK(resolving.recipients[1].number.empty());
    CHECK(resolving.recipients[2].reason.empty());

    resolving.rules.condition_of = [](const E164&) {
        return NumberCondition{Verdict::outside_hours, "8:00 AM", true};
    };
    resolving.recipients.clear();
    REQUIRE(resolving.resolve({ann}));
    CHECK(resolving.recipients[0].verdict == Verdict::outside_hours);
}

TEST_CASE("who is not to be texted is not texted at another number, a bad number is passed over") {
    TwoPhones resolving;
    REQUIRE(resolving.resolve(
        {resolving.add(1, "651-555-1204 DO NOT TEXT"), resolving.add(2, "651-555-1204 bad number")}));
    CHECK(resolving.recipients[0].verdict == Verdict::held);
    CHECK(resolving.recipients[0].number.empty());
    CHECK(resolving.recipients[1].verdict == Verdict::ok);
    CHECK(resolving.recipients[1].number.str() == "+16515551299");
}

TEST_CASE("so it is where the words stand instead of a number, in words") {
    TwoPhones resolving;
    REQUIRE(resolving.resolve({resolving.add(1, "DO NOT TEXT"), resolving.add(2, "refused")}));
    CHECK(resolving.recipients[0].verdict == Verdict::not_a_number);
    CHECK(resolving.recipients[0].number.empty());
    CHECK(resolving.recipients[0].reason ==
          "Ann Poe: the Cell Phone \"DO NOT TEXT\" is not a phone number. Enter a number on the record. No "
          "other "
          "number is used instead, because the field says not to text them.");
    CHECK(resolving.recipients[1].number.str() == "+16515551299");
}
