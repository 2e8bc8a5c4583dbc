#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "unit/recipients/resolving.hpp"

using namespace send_text;
using send_text::testing::Resolving;

TEST_CASE("a recipient has its record, method, number, verdict and reason") {
    Resolving resolving;
    const auto ann = resolving.directory.add(
        1, "Ann Poe",
        {{10, MethodType::home_phone, "651-555-1204"}, {11, MethodType::cell_phone, "(651) 580-0580x123"}});
    REQUIRE(resolving.resolve({ann}));
    REQUIRE(resolving.recipients.size() == 1);
    const auto& recipient = resolving.recipients[0];
    CHECK(recipient.record == ann);
    CHECK(recipient.name == "Ann Poe");
    CHECK(recipient.branch_id == resolving.directory.branch_id);
    REQUIRE(recipient.method.has_value());
    CHECK(recipient.method->id == 11);
    CHECK(recipient.method->value == "(651) 580-0580x123");
    CHECK(recipient.number.str() == "+16515800580");
    CHECK(recipient.verdict == Verdict::extension_dropped);
    CHECK(recipient.reason == "Ann Poe: extension 123 is left out, texts go to (651) 580-0580.");
}

TEST_CASE("an unusable first number does not fall through to a usable one") {
    Resolving resolving;
    const auto lisa = resolving.directory.add(
        1, "Smith Lisa",
        {{10, MethodType::cell_phone, "4737475757"}, {11, MethodType::home_phone, "651-555-1204"}});
    REQUIRE(resolving.resolve({lisa}));
    CHECK(resolving.recipients[0].verdict == Verdict::not_in_service);
    CHECK(resolving.recipients[0].number.empty());
    CHECK(resolving.recipients[0].reason ==
          "Smith Lisa: the Cell Phone 4737475757 is not a number in service. "
          "Look for a wrong digit, or ask for another number.");
    CHECK(resolving.recipients[0].others.empty());
}

TEST_CASE("where it is set, an unusable number falls through to the next usable one, in words") {
    Resolving resolving;
    resolving.rules.fall_through_unusable_number = true;
    const auto ann = resolving.directory.add(
        1, "Ann Poe", {{10, MethodType::home_phone, "651-555-1204"}, {11, MethodType::cell_phone, "n/a"}});
    const auto bob = resolving.directory.add(2, "Bob Poe",
                                             {{20, MethodType::sms, "800-555-1204"},
                                              {21, MethodType::cell_phone, "555-1204"},
                                              {22, MethodType::cell_phone, "651-555-1205 x9"},
                                              {23, MethodType::home_phone, "651-555-1206"}});
    const auto cy = resolving.directory.add(
        3, "Cy Roe", {{30, MethodType::cell_phone, "12345"}, {31, MethodType::home_phone, "n/a"}});
    const auto di = resolving.directory.add(4, "Di Roe",
                                            {{40, MethodType::cell_phone, "n/a"},
                                             {41, MethodType::phone, "n/a"},
                                             {42, MethodType::home_phone, "n/a"}});
    const auto ed = resolving.directory.add(5, "Ed Roe", "4737475757");
    const auto flo = resolving.directory.add(6, "Flo Roe", "651-555-1207");
    REQUIRE(resolving.resolve({ann, bob, cy, di, ed, flo}));
    const auto& found = resolving.recipients;

    CHECK(found[0].verdict == Verdict::ok);
    CHECK(found[0].method->id == 10);
    CHECK(found[0].number.str() == "+16515551204");
    CHECK(found[0].reason ==
          "Ann Poe: the Cell Phone \"n/a\" is not a phone number; the Home Phone is used.");
    CHECK(found[1].verdict == Verdict::extension_dropped);
    CHECK(found[1].method->id == 22);
    CHECK(found[1].reason ==
          "Bob Poe: the SMS 800-555-1204 cannot receive texts: it is a toll-free number, "
          "the Cell Phone 555-1204 needs an area code; the Cell Phone is used. "
          "Bob Poe: extension 9 is left out, texts go to (651) 555-1205.");
    CHECK(found[2].verdict == Verdict::too_short);
    CHECK(found[2].method->id == 30);
    CHECK(found[2].number.empty());
    CHECK(
        found[2].reason ==
        "Cy Roe: the Cell Phone 12345 is too short for a phone number. Enter the whole number on the record, "
        "with its area code. The other number cannot be texted either.");
    CHECK(found[3].verdict == Verdict::not_a_number);
    CHECK(found[3].reason.ends_with(" None of the other numbers can be texted either."));
    CHECK(found[4].reason ==
          "Ed Roe: the Cell Phone 4737475757 is not a number in service. "
          "Look for a wrong digit, or ask for another number.");
    CHECK(found[5].reason.empty());
    for (const auto& recipient : found)
        CHECK(recipient.others.empty());
}

TEST_CASE("where they are asked for, the methods not chosen come with their verdicts") {
    Resolving resolving;
    resolving.rules.judges_others = true;
    const auto ann = resolving.directory.add(1, "Ann Poe",
                                             {{10, MethodType::home_phone, "651-555-1204 x5"},
                                              {11, MethodType::cell_phone, "n/a"},
                                              {12, MethodType::other, "651-555-1205"},
                                              {13, MethodType::phone, "(651) 555-1206"}});
    const auto check_other = [](const Candidate& other, std::int64_t id, Verdict verdict,
                                const std::string& number, const std::string& reason) {
        CHECK(other.method.id == id);
        CHECK(other.verdict == verdict);
        CHECK(other.number.str() == number);
        CHECK(other.reason == reason);
    };
    const std::string about_extension = "Ann Poe: extension 5 is left out, texts go to (651) 555-1204.";
    SECTION("behind an unusable one") {
        REQUIRE(resolving.resolve({ann}));
        const auto& found = resolving.recipients[0];
        CHECK(found.method->id == 11);
        CHECK(found.verdict == Verdict::not_a_number);
        REQUIRE(found.others.size() == 2);
        check_other(found.others[0], 13, Verdict::ok, "+16515551206", "");
        check_other(found.others[1], 10, Verdict::extension_dropped, "+16515551204", about_extension);
    }
    SECTION("before and behind the one fallen through to") {
        resolving.rules.fall_through_unusable_number = true;
        REQUIRE(resolving.resolve({ann}));
        const auto& found = resolving.recipients[0];
        CHECK(found.method->id == 13);
        CHECK(found.number.str() == "+16515551206");
        REQUIRE(found.others.size() == 2);
        check_other(found.others[0], 11, Verdict::not_a_number, "",
                    "Ann Poe: the Cell Phone \"n/a\" is not a phone number. Enter a number on the record.");
        check_other(found.others[1], 10, Verdict::extension_dropped, "+16515551204", about_extension);
    }
}

TEST_CASE("no method, no record, no name") {
    Resolving resolving;
    const auto without_method =
        resolving.directory.add(1, "Ann Poe", {{10, MethodType::other, "651-555-1204"}});
    const RecordRef gone{RecordKind::contact, 4294967296};
    const auto without_name = resolving.directory.add(5814, " ", "n/a");
    REQUIRE(resolving.resolve({without_method, gone, without_name}));
    const auto& found = resolving.recipients;
    REQUIRE(found.size() == 3);
    CHECK(found[0].verdict == Verdict::missing);
    CHECK(found[0].reason ==
          "Ann Poe has no SMS, Cell Phone, Phone, Office Phone or Home Phone number. "
          "Add one to the record.");
    CHECK_FALSE(found[0].method.has_value());
    CHECK(found[1].verdict == Verdict::record_gone);
    CHECK(found[1].record == gone);
    CHECK(found[1].reason ==
          "contact 4294967296 is no longer there: it was deleted or merged. "
          "Look the person up again.");
    CHECK(found[2].name == "employee 5814");
    CHECK(found[2].reason ==
          "employee 5814: the Cell Phone \"n/a\" is not a phone number. Enter a number on the record.");
}

TEST_CASE("later recipients with the same number share it, however it is typed") {
    Resolving resolving;
    const auto ann = resolving.directory.add(1, "Ann Poe", "651-555-1204");
    const auto other = resolving.directory.add(2, "Cy Roe", "651-555-1205");
    const auto bob = resolving.directory.add(3, "Bob Poe", "+1 (651) 555-1204 x9");
    const auto namesake = resolving.directory.add(4, "Ann Poe", "6515551204");
    const auto bad = resolving.directory.add(5, "Di Poe", "4737475757");
    const auto bad_too = resolving.directory.add(6, "Ed Poe", "4737475757");
    REQUIRE(resolving.resolve({ann, other, bob, namesake, bad, bad_too}));
    const auto& found = resolving.recipients;
    REQUIRE(found.size() == 6);
    CHECK(found[0].verdict == Verdict::ok);
    CHECK(found[0].reason.empty());
    CHECK(found[1].verdict == Verdict::ok);
    CHECK(found[2].verdict == Verdict::shares_number);
    CHECK(found[2].number.str() == "+16515551204");
    CHECK(found[2].reason ==
          "Bob Poe has the same number as Ann Poe; one text is sent and logged on both. "
          "Bob Poe: extension 9 is left out, texts go to (651) 555-1204.");
    CHECK(found[3].reason ==
          "Ann Poe (employee 4) has the same number as Ann Poe (employee 1); one text is sent and logged on "
          "both.");
    CHECK(found[4].verdict == Verdict::not_in_service);
    CHECK(found[5].verdict == Verdict::not_in_service);
}

TEST_CASE("a record that comes twice is answered twice, and shares no number with itself") {
    Resolving resolving;
    const auto people = resolving.add_people(2);
    REQUIRE(resolving.resolve({people[1], people[0], people[1]}));
    REQUIRE(resolving.recipients.size() == 3);
    CHECK(resolving.recipients[0].record == people[1]);
    CHECK(resolving.recipients[1].record == people[0]);
    CHECK(resolving.recipients[2].record == people[1]);
    CHECK(resolving.recipients[2].number == resolving.recipients[0].number);
    CHECK(resolving.recipients[2].verdict == Verdict::ok);
}

TEST_CASE("ten thousand records come in parts, in order, and share numbers across parts") {
    Resolving resolving;
    auto records = resolving.add_people(9'998);
    records.push_back(resolving.directory.add(9'999, "Late", "651-200-0000"));
    records.push_back({RecordKind::employee, 10'000});
    REQUIRE(resolving.resolve(records));
    REQUIRE(resolving.recipients.size() == 10'000);
    CHECK(resolving.part_sizes == std::vector<std::size_t>(20, RecipientResolver::part_size));
    CHECK(resolving.directory.fetch_sizes == resolving.part_sizes);
    for (std::size_t i = 0; i < 9'998; ++i) {
        const auto& recipient = resolving.recipients[i];
        if (recipient.record != records[i] || recipient.verdict != Verdict::ok ||
            recipient.number.str() != "+1" + std::to_string(6512000000 + i)) {
            FAIL("recipient " << i << ": " << recipient.number.str() << " " << recipient.reason);
        }
    }
    CHECK(resolving.recipients[9'998].verdict == Verdict::shares_number);
    CHECK(resolving.recipients[9'999].verdict == Verdict::record_gone);
}

TEST_CASE("no records make no parts") {
    Resolving resolving;
    CHECK(resolving.resolve({}));
    CHECK(resolving.part_sizes.empty());
}

TEST_CASE("after cancelling, no part is handed out and the host is not asked on") {
    Resolving resolving;
    const auto records = resolving.add_people(1'200);
    SECTION("in the middle of the second part") {
        int asked = 0;
        CHECK_FALSE(resolving.resolve(records, [&] { return ++asked > 700; }));
        CHECK(resolving.part_sizes == std::vector<std::size_t>{500});
        CHECK(resolving.directory.fetch_sizes.size() == 2);
    }
    SECTION("when the first part is complete") {
        int asked = 0;
        CHECK_FALSE(resolving.resolve(records, [&] { return ++asked > 500; }));
        CHECK(resolving.part_sizes.empty());
    }
    SECTION("before the first record") {
        CHECK_FALSE(resolving.resolve(records, [] { return true; }));
        CHECK(resolving.part_sizes.empty());
        CHECK(resolving.directory.fetch_sizes.size() == 1);
    }
    SECTION("while a part is handed out") {
        CHECK_FALSE(resolving.resolve(records, [&] { return resolving.part_sizes.size() == 1; }));
        CHECK(resolving.part_sizes == std::vector<std::size_t>{500});
    }
}

TEST_CASE("a host that fails, or answers for too few records, is an error in words") {
    Resolving resolving;
    const auto records = resolving.add_people(5);
    SECTION("fails") {
        resolving.directory.fails = true;
        CHECK_THROWS_WITH(resolving.resolve(records), "The host's database is closed.");
    }
    SECTION("too few") {
        resolving.directory.answers_at_most = 3;
        CHECK_THROWS_WITH(resolving.resolve(records), "the host answered for 3 of 5 records; try again");
    }
    CHECK(resolving.recipients.empty());
}

TEST_CASE("a recipient is texted by another of its methods, and the rest stay to be chosen") {
    Resolving resolving;
    resolving.rules.judges_others = true;
    resolving.rules.fall_through_unusable_number = true;
    const auto ann = resolving.directory.add(
        1, "Ann Poe", {{10, MethodType::cell_phone, "651-555-1204"}, {11, MethodType::home_phone, "n/a"}});
    resolving.resolve({ann});
    const Recipient& found = resolving.recipients.at(0);
    const RecipientResolver resolver(resolving.directory, resolving.judge, resolving.rules);

    const Recipient home = resolver.with_method(found, found.others.at(0).method);
    CHECK(home.verdict == Verdict::not_a_number);  // chosen by a person: no other is used instead
    REQUIRE(home.others.size() == 1);
    CHECK(home.others[0].method.id == 10);

    const Recipient corrected = resolver.with_method(found, {11, MethodType::home_phone, "651-555-1205"});
    CHECK(corrected.number.str() == "+16515551205");
    CHECK(corrected.verdict == Verdict::ok);
    CHECK(corrected.reason.empty());

    const Recipient typed = resolver.with_method(found, {0, MethodType::unspecified, "651-555-1206"});
    CHECK(typed.number.str() == "+16515551206");
    CHECK(typed.others.size() == 2);
    CHECK(resolver.with_method(typed, *found.method).others.size() ==
          1);  // what was typed in is on no record
}

TEST_CASE("fields and sharing are told where they are asked for") {
    Resolving resolving;
    const auto records = std::vector{resolving.directory.add(1, "Ann Poe", "651-555-1204"),
                                     resolving.directory.add(2, "Bob Poe", "651-555-1204")};
    resolving.directory.give(records[0], {"Ann", "Poe", "55104", R"({"job":"Driver"})"});
    resolving.rules.marks_sharing = GENERATE(true, false);
    resolving.rules.keeps_fields = !resolving.rules.marks_sharing;
    resolving.resolve(records);
    CHECK((resolving.recipients[1].verdict == Verdict::shares_number) == resolving.rules.marks_sharing);
    CHECK((resolving.recipients[0].fields.further_json == R"({"job":"Driver"})") ==
          resolving.rules.keeps_fields);
}
