#include "recipients/verdict_words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "recipients/recipient_summary.hpp"

using namespace send_text;

namespace {

std::string reason(const std::string& as_typed, const std::string& name = "Ann Poe") {
    const ContactMethod method{1, MethodType::phone, as_typed};
    return reason_of({&method, NumberJudge("US").judge(as_typed)}, name);
}

std::string summary_of(const std::vector<Verdict>& verdicts) {
    std::vector<Recipient> recipients(verdicts.size());
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        recipients[i].verdict = verdicts[i];
    return summarize(recipients).words;
}

}  // namespace

TEST_CASE("a reason is a sentence that names the person, the method and what is wrong") {
    CHECK(reason("651-555-1204").empty());
    CHECK(reason("n/a") == "Ann Poe: the Phone \"n/a\" is not a phone number. Enter a number on the record.");
    CHECK(reason("12345") ==
          "Ann Poe: the Phone 12345 is too short for a phone number. "
          "Enter the whole number on the record, with its area code.");
    CHECK(reason("651-555-1204 / 651-555-1205") ==
          "Ann Poe: the Phone 651-555-1204 / 651-555-1205 is too long for one phone number. "
          "Keep one number there, with a + before a country code.");
    CHECK(reason("4737475757") ==
          "Ann Poe: the Phone 4737475757 is not a number in service. "
          "Look for a wrong digit, or ask for another number.");
    CHECK(reason("555-1204") ==
          "Ann Poe: the Phone 555-1204 needs an area code. Enter it on the record, in front of the number.");
    CHECK(reason(" ") == "Ann Poe: the Phone is empty. Enter a number on the record.");
    CHECK(reason("(651) 580-0580x123", "Brian Bailey") ==
          "Brian Bailey: extension 123 is left out, texts go to (651) 580-0580.");
    CHECK(reason("651-555-1204 home") ==
          "Ann Poe: the note \"home\" is left out, texts go to (651) 555-1204.");
    CHECK(reason("651-555-1204 x5 desk") ==
          "Ann Poe: extension 5 and the note \"desk\" are left out, texts go to (651) 555-1204.");
    CHECK(reason("mother's: 612-270-5519") ==
          "Ann Poe: the note \"mother's\" is left out, texts go to (612) 270-5519.");
    CHECK(reason("mother's: 612-270-5519 after 5") ==
          "Ann Poe: the notes \"mother's\" and \"after 5\" are left out, texts go to (612) 270-5519.");
}

TEST_CASE("what is in the way of a number is said, and what its field says") {
    CHECK(reason("6.51580058E9") ==
          "Ann Poe: the Phone \"6.51580058E9\" is not a phone number: the letter \"E\" is in it. "
          "Enter the number in digits on the record.");
    CHECK(reason("651-555-TEXT") ==
          "Ann Poe: the Phone \"651-555-TEXT\" is not a phone number: the letters \"TEXT\" are in it. "
          "Enter the number in digits on the record.");
    CHECK(reason("651-555-1204 - DO NOT TEXT!") ==
          "Ann Poe: the Phone is not texted, because its field says \"DO NOT TEXT\". "
          "If that is out of date, remove it from the field, or change the number for this text.");
    CHECK(reason("465-234-1204") ==
          "Ann Poe: (465) 234-1204 may not be in service yet: its area code has been announced, but may not "
          "be open.");
}

TEST_CASE("only verdicts of the contract cross it") {
    CHECK(released_verdict(Verdict::held) == Verdict::cannot_receive);
    CHECK(released_verdict(Verdict::insisted) == Verdict::ok);
    CHECK(released_verdict(Verdict::opted_out) == Verdict::opted_out);
    for (int value = 0; value < 2000; ++value) {
        const auto verdict = released_verdict(static_cast<Verdict>(value));
        if (value >= 1000 && value <= 1002) CHECK(verdict <= Verdict::outside_hours);
        if (value >= 1000 && value <= 1001) CHECK_FALSE(can_text(verdict));
    }
}

TEST_CASE("of a number that takes no texts the kind is named") {
    const auto with_kind = [](const std::string& value, const std::string& kind) {
        return "Ann Poe: the Phone " + value + " cannot receive texts: it is a " + kind +
               " number. Enter a mobile number on the record.";
    };
    CHECK(reason("1-800-FLOWERS") == with_kind("1-800-FLOWERS", "toll-free"));
    CHECK(reason("900-555-1234") == with_kind("900-555-1234", "premium-rate"));
    CHECK(reason("500-555-1234") == with_kind("500-555-1234", "personal follow-me"));
    CHECK(reason("528-255-0123") == with_kind("528-255-0123", "personal follow-me"));
    CHECK(reason("+44 7640 123456") == with_kind("+44 7640 123456", "pager"));
    CHECK(reason("+49 180 5012345") == with_kind("+49 180 5012345", "shared-cost"));
    CHECK(reason("+44 5512345678") == with_kind("+44 5512345678", "service"));
}

TEST_CASE("the types of a missing number are those that were looked for") {
    CHECK(reason_of_missing("Ann Poe", std::vector{MethodType::sms}) ==
          "Ann Poe has no SMS number. Add one to the record.");
    CHECK(reason_of_missing("Ann Poe", std::vector{MethodType::sms, MethodType::home_phone}) ==
          "Ann Poe has no SMS or Home Phone number. Add one to the record.");
    CHECK(reason_of_missing("Ann Poe", {}) == "Ann Poe has no phone number. Add one to the record.");
}

TEST_CASE("a reason is one line of valid UTF-8, whatever was typed") {
    CHECK(
        reason("\xFF\xC3 \n\x1B[2J\u0085né") ==
        "Ann Poe: the Phone \"\uFFFD\uFFFD   [2J né\" is not a phone number. Enter a number on the record.");
    CHECK(reason("\xED\xA0\x80\xF0\x9F\x93\xB1") ==
          "Ann Poe: the Phone \"\uFFFD\uFFFD\uFFFD📱\" is not a phone number. Enter a number on the record.");
    std::string snowmen, shown_snowmen;
    for (int i = 0; i < 60; ++i)
        snowmen += "☃";
    for (int i = 0; i < 40; ++i)
        shown_snowmen += "☃";
    CHECK(reason(snowmen) == "Ann Poe: the Phone \"" + shown_snowmen +
                                 "…\" is not a phone number. Enter a number on the record.");
    CHECK(reason("n/a", std::string(1000, 'n')).size() < 200);
}

TEST_CASE("only three verdicts let a text leave") {
    std::vector<Verdict> can;
    for (int value = 0; value <= static_cast<int>(Verdict::local_only); ++value) {
        if (can_text(static_cast<Verdict>(value))) can.push_back(static_cast<Verdict>(value));
    }
    CHECK(can == std::vector{Verdict::ok, Verdict::extension_dropped, Verdict::shares_number});
    CHECK_FALSE(can_text(static_cast<Verdict>(99)));
}

TEST_CASE("method types have the host's words") {
    CHECK(describe(MethodType::sms) == std::string("SMS"));
    CHECK(describe(MethodType::cell_phone) == std::string("Cell Phone"));
    CHECK(describe(MethodType::office_phone) == std::string("Office Phone"));
    CHECK(describe(static_cast<MethodType>(42)) == std::string("Other"));
}

TEST_CASE("the summary counts by reason") {
    using enum Verdict;
    CHECK(summary_of({ok, ok, ok, missing, not_in_service}) ==
          "3 of 5 can be texted; 1 has no number, 1 is not in service.");
    CHECK(summary_of({ok, extension_dropped, shares_number, local_only, local_only}) ==
          "3 of 5 can be texted, 1 without its extension, 1 sharing another's number; 2 need an area code.");
    CHECK(summary_of({ok, ok}) == "2 of 2 can be texted.");
    CHECK(summary_of({record_gone}) == "0 of 1 can be texted; 1 is no longer there.");
    CHECK(summary_of({}) == "There are no recipients.");

    std::vector<Recipient> recipients(3);
    recipients[0].verdict = ok;
    recipients[1].verdict = recipients[2].verdict = too_long;
    const auto summary = summarize(recipients);
    CHECK(summary.total == 3);
    CHECK(summary.textable == 1);
    CHECK(summary.counts == std::map<Verdict, std::size_t>{{ok, 1}, {too_long, 2}});
}
