#include "recipients/number_judge.hpp"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/e164.hpp"
#include "core/phone_format.hpp"
#include "unit/recipients/bare_loop.hpp"
#include "unit/recipients/judged_row.hpp"

using namespace std::string_literals;
using send_text::is_known_region;
using send_text::NumberJudge;
using send_text::Verdict;
using send_text::testing::check;
using send_text::testing::JudgedRow;

TEST_CASE("numbers as they stand in records") {
    for (const auto& row : {
             JudgedRow{"651-556-5757", Verdict::ok, "+16515565757"},
             JudgedRow{"(651) 370-8370", Verdict::ok, "+16513708370"},
             JudgedRow{"(651) 555-1204", Verdict::ok, "+16515551204"},
             JudgedRow{"4152120291", Verdict::ok, "+14152120291"},
             JudgedRow{"+17862672753", Verdict::ok, "+17862672753"},
             JudgedRow{"32324249459", Verdict::too_long},
             JudgedRow{"(651) 580-0580x123", Verdict::extension_dropped, "+16515800580", "123"},
             JudgedRow{"651 580 0580 ext. 12", Verdict::extension_dropped, "+16515800580", "12"},
             JudgedRow{"(651) 580-0580x", Verdict::ok, "+16515800580"},
             JudgedRow{"4737475757", Verdict::not_in_service},
             JudgedRow{"(654) 564-5689", Verdict::not_in_service},
             JudgedRow{"(651) 083-9012", Verdict::not_in_service},
             JudgedRow{"(651) 155-2134", Verdict::not_in_service},
             JudgedRow{"+999 123 4567", Verdict::not_in_service},
             JudgedRow{"555-1204", Verdict::local_only},
             JudgedRow{"12345", Verdict::too_short},
             JudgedRow{"911", Verdict::too_short},
             JudgedRow{"n/a", Verdict::not_a_number},
             JudgedRow{"call 5", Verdict::not_a_number},
             JudgedRow{"someone@example.com", Verdict::not_a_number},
             JudgedRow{"", Verdict::missing},
             JudgedRow{" \t\r\n", Verdict::missing},
             JudgedRow{"\u00A0 ", Verdict::missing},
         }) {
        check(row);
    }
}

TEST_CASE("several numbers in one field are too long for one, however they are set apart") {
    for (const char* separator : {" / ", "/", " ", ", ", ",", "; ", ";", "\n", " or ", " and ", " | ", " - ",
                                  " (home) ", " ext ", "/x", ",,"}) {
        check({"651-555-1204"s + separator + "651-555-1205", Verdict::too_long});
        check({"6515551204"s + separator + "6515551205", Verdict::too_long});
    }
    check({"651-555-1204 / 1205", Verdict::too_long});
    check({"651-555-1204 or 1205", Verdict::too_long});
    check({"C: 651-555-1204 H: 651-555-1205", Verdict::too_long});
    check({"651-555-1204 and 555-1205", Verdict::too_long});
}

TEST_CASE("letters are never dialed, and never left out to make a number") {
    for (const char* value : {
             "651-555-TEXT",     "1-651-555-TEXT",   "651-555-8CAR",      "(651) 555-CALL",
             "6.51580058E9",     "6,51580058E+09",   "6.51580058e+9",     "6.5158005801E10",
             "6.515800580E9",    "0x6515800580",     "651580O580",        "65l5800580",
             "651-58O-0580",     "651-580-O580",     "651 580 O 580",     "6S1-580-0580",
             "651-580-058O",     "651-580-05B0",     "612 refused",       "(651) unknown",
             "763-pending",      "651 invalid",      "612 no phone",      "320 no texts",
             "651-555 cell",     "651 cell 5551204", "1x6515551204",      "651x555x1204",
             "651-555x1204",     "6515551204e5",     "651-580-0Б80",      "６５１－５８０－０Ｏ８０",
             "1st 651-555-1204", "five 651 555",     "651 5-5-5 one two",
         }) {
        const auto judgement = NumberJudge("US").judge(value);
        CAPTURE(value, judgement.e164, static_cast<int>(judgement.verdict));
        CHECK_FALSE(can_text(judgement.verdict));
        CHECK(judgement.e164.empty());
        CHECK(judgement.possible.empty());
    }
    check({"651580O580", Verdict::not_a_number}, "GB");
    check({"0791l 123456", Verdict::not_a_number}, "GB");
    check({"0151 2345 O789", Verdict::not_a_number}, "DE");
}

TEST_CASE("what is in the way of a number is named") {
    const auto obstacle = [](const std::string& value) { return NumberJudge("US").judge(value).obstacle; };
    CHECK(obstacle("6.51580058E9") == "the letter \"E\"");
    CHECK(obstacle("651580O580") == "the letter \"O\"");
    CHECK(obstacle("651-580-0Б80") == "the letter \"Б\"");
    CHECK(obstacle("651-555-TEXT") == "the letters \"TEXT\"");
    CHECK(obstacle("612 refused") == "the letters \"refused\"");
    CHECK(obstacle("651\x01"
                   "5551204") == "the invisible character U+0001");
    CHECK(obstacle("651\n555\n1204") == "a line break");
    CHECK(obstacle("651\uFFFC5551204") == "the invisible character U+FFFC");
    CHECK(obstacle("651☃5551204") == "\"☃\" (U+2603)");
    CHECK(obstacle("651;555;1204") == "\";\"");
    CHECK(obstacle("651\xFF"
                   "5551204") == "a character that cannot be read");
    CHECK(obstacle("n/a").empty());
    CHECK(obstacle("call 5").empty());
}

TEST_CASE("a toll-free number is one by its digits, whatever word follows") {
    check({"800-555-8CAR", Verdict::cannot_receive});
    check({"1-800-FLOWERS", Verdict::cannot_receive});
    check({"(888) CALL-NOW", Verdict::cannot_receive});
    check({"+1 877 KARS 4 KIDS", Verdict::cannot_receive});
}

TEST_CASE("what spreadsheets put behind a number is no part of it") {
    check({"6515800580.0", Verdict::ok, "+16515800580"});
    check({"16515800580.00", Verdict::ok, "+16515800580"});
    check({"15112345678.0", Verdict::ok, "+4915112345678"}, "DE");
    check({"651555120.0", Verdict::ok, "+16515551200"});  // a dot among the digits
}

TEST_CASE("extensions are found in all their spellings") {
    for (const char* extension : {"x12", " x 12", "X12", " ext 12", " ext. 12", " Ext:12", " EXTENSION 12",
                                  "#12", " #12", ";ext=12", " extn 12", "ｘ１２", " ｅｘｔ 12"}) {
        check({"651-555-1204"s + extension, Verdict::extension_dropped, "+16515551204", "12"});
    }
    check({"tel:+1-651-555-1204", Verdict::ok, "+16515551204"});
    check({"tel:2079460000;phone-context=+44", Verdict::not_a_number});
    check({"sms:+16515551204", Verdict::ok, "+16515551204"});
    check({"(c) 651-555-1204", Verdict::ok, "+16515551204"});
    check({"M 651-555-1204", Verdict::ok, "+16515551204"});
    check({"mother + father 651-555-1204", Verdict::ok, "+16515551204", "", "", "mother + father"});
    check({"моб. 651-555-1204", Verdict::ok, "+16515551204"});
    check({"651-555-1204 моб", Verdict::ok, "+16515551204", "", "моб"});
    check({"651-555-1204 ext", Verdict::ok, "+16515551204"});
}

TEST_CASE("characters that nobody sees are left out of a number") {
    for (const char* unseen :
         {"\u200B", "\u200C", "\u200D",     "\u200E", "\u200F", "\u202A", "\u202C", "\u202E",
          "\u2060", "\u2066", "\u2069",     "\uFEFF", "\u00AD", "\u061C", "\u034F", "\u180E",
          "\uFE0E", "\uFE0F", "\U000E0020", "\u2009", "\u202F", "\u2007", "\u2008", "\u3000",
          "\u00A0", "\u205F", "\u2011",     "\u2010", "\u2012", "\u2013", "\u2014", "\u2015",
          "\u2212", "\uFF0D", "\uFE63",     "\u30FC", "\u00B7", "\u2022"}) {
        CAPTURE(unseen);
        check({"651"s + unseen + "555" + unseen + "1204", Verdict::ok, "+16515551204"});
        check({unseen + "+"s + unseen + "1" + unseen + "6515551204" + unseen, Verdict::ok, "+16515551204"});
        check({"+44"s + unseen + "7911" + unseen + "123456", Verdict::ok, "+447911123456"});
    }
    check({"+1\uFE0D-651-580-0580", Verdict::ok, "+16515800580"});
    check({"+\u202A1 651 580 0581\u202C", Verdict::ok, "+16515800581"});
    check({"6\uFE0F\u20E35\uFE0F\u20E31\uFE0F\u20E35551204", Verdict::ok, "+16515551204"});
    check({"＋１（６５１）５５５－１２０４", Verdict::ok, "+16515551204"});
    check({"\u200B\uFEFF\u2060", Verdict::missing});
}

TEST_CASE("one phone has one number, however it is spelled") {
    const NumberJudge judge("US");
    for (const std::string national :
         {"6515800580", "2272345678", "4362345678", "9832345678", "6712345678", "5056401204", "2423021234"}) {
        const std::string area = national.substr(0, 3), exchange = national.substr(3, 3),
                          line = national.substr(6);
        for (const std::string prefix :
             {"",     "0",      "00",      "1",       "01",     "10",  "11",   "+1",
              "+01",  "+ 1 ",   "+1 0",    "+1 (0) ", "+1 1 ",  "+11", "001",  "0 1 ",
              "0111", "011 1 ", "011 01 ", "0011 1 ", "1-1-",   "(0)", "(1) ", "+1 (1) ",
              "tel:", "tel:+1", "tel:0",   "1.",      "00 1 0", "++1"}) {
            for (const std::string& rest :
                 {national, area + "-" + exchange + "-" + line, "(" + area + ") " + exchange + "-" + line,
                  area + " 0" + exchange + line}) {
                const auto judgement = judge.judge(prefix + rest);
                CAPTURE(prefix + rest, judgement.e164, judgement.possible);
                CHECK((judgement.e164.empty() || judgement.e164 == "+1" + national));
                CHECK((judgement.possible.empty() || send_text::is_e164(judgement.possible)));
            }
        }
    }
    check({"+44 (0) 7911 123456", Verdict::ok, "+447911123456"});
    check({"0044 (0) 7911 123456", Verdict::ok, "+447911123456"}, "DE");
    check({"+44 00 7911 123456", Verdict::too_long});
}

TEST_CASE("a number that is not known to be in service is possible, or is none at all") {
    const auto possible = [](const std::string& value) { return NumberJudge("US").judge(value).possible; };
    CHECK(possible("4737475757") == "+14737475757");
    CHECK(possible("(654) 564-5689") == "+16545645689");
    CHECK(possible("+1 671-755-0123") == "+16717550123");
    CHECK(possible("4737475757 old number").empty());  // and its field says that it is none
    for (const char* never : {"(651) 083-9012", "(651) 155-2134", "(436) 911-1204", "555-1204", "12345",
                              "n/a", "651-555-1204", "+999 123 4567"}) {
        CAPTURE(never);
        CHECK(possible(never).empty());
    }
}

TEST_CASE("digits of other scripts are digits") {
    check({"６５１５５５１２０４", Verdict::ok, "+16515551204"});
    check({"（６５１）５８０－０５８０ｘ１２３", Verdict::extension_dropped, "+16515800580", "123"});
    check({"６５１５５５１２０４, ６５１５５５１２０５", Verdict::too_long});
    check({"٦٥١٥٥٥١٢٠٤", Verdict::ok, "+16515551204"});
    check({"651\u2011555\u20111204", Verdict::ok, "+16515551204"});
}

TEST_CASE("toll-free, premium and personal numbers take no texts") {
    check({"1-800-FLOWERS", Verdict::cannot_receive});
    check({"(888) 555-1204", Verdict::cannot_receive});
    check({"900-555-1234", Verdict::cannot_receive});
    check({"500-555-1234", Verdict::cannot_receive});
    check({"+800 1234 5678", Verdict::cannot_receive});
}

TEST_CASE("area codes that came into service after libphonenumber's metadata are in service") {
    for (const int code : send_text::newer_places) {
        const auto area_code = std::to_string(code);
        check({area_code + "-255-0123", Verdict::ok, "+1" + area_code + "2550123"});
        check({"+1 (" + area_code + ") 999-9999 x7", Verdict::extension_dropped, "+1" + area_code + "9999999",
               "7"});
        check({area_code + "-155-0123", Verdict::not_in_service});
        check({area_code + "-055-0123", Verdict::not_in_service});
        check({area_code + "-911-0123", Verdict::not_in_service});
        check({area_code + "-255-01234", Verdict::too_long});
    }
    for (const int code : send_text::newer_personal_numbers) {
        const auto area_code = std::to_string(code);
        check({area_code + "-255-0123"s, Verdict::cannot_receive});
        check({area_code + "-155-0123"s, Verdict::not_in_service});
    }
    for (const char* area_code :
         {"654", "473", "226"}) {  // none, Grenada's with a wrong exchange, an older one
        CAPTURE(area_code);
        const auto judgement = NumberJudge("US").judge(area_code + "-255-0123"s);
        CHECK((judgement.verdict == Verdict::ok) == (area_code == "226"s));
    }
}

TEST_CASE("of area codes that are only announced it is said so") {
    const auto announced = NumberJudge("US").judge("(465) 234-1204");
    CHECK(announced.verdict == Verdict::ok);
    CHECK(announced.e164 == "+14652341204");
    CHECK(announced.may_not_be_in_service_yet);
    CHECK_FALSE(NumberJudge("US").judge("(436) 234-1204").may_not_be_in_service_yet);
}

TEST_CASE("of an older area code the exchanges count that came into service") {
    check({"(671) 234-0123", Verdict::ok, "+16712340123"});
    check({"(671) 648-0123", Verdict::ok, "+16716480123"});
    check({"(671) 755-0123", Verdict::not_in_service});
    check({"(983) 555-0123", Verdict::ok, "+19835550123"});
    check({"(983) 655-0123", Verdict::not_in_service});
    check({"(505) 640-0123", Verdict::ok, "+15056400123"});
    check({"(242) 605-0123", Verdict::ok, "+12426050123"});
}

TEST_CASE("the default region is that of numbers without a country code") {
    check({"07911 123456", Verdict::ok, "+447911123456"}, "GB");
    check({"07911 123456", Verdict::too_long}, "US");
    check({"+44 7911 123456", Verdict::ok, "+447911123456"}, "US");
    check({"011 44 7911 123456", Verdict::ok, "+447911123456"}, "US");
    check({"+1 227 255 0123", Verdict::ok, "+12272550123"}, "GB");
    check({"(506) 234-5678", Verdict::ok, "+15062345678"}, "CA");
    CHECK(is_known_region("US"));
    for (const char* unknown : {"", "USA", "us", "ZZ", "001"}) {
        CAPTURE(unknown);
        CHECK_FALSE(is_known_region(unknown));
        CHECK_THROWS_AS(NumberJudge(unknown), std::invalid_argument);
    }
}

TEST_CASE("junk is no number, and harms nobody") {
    check(
        {"651\x01"
         "5551204",
         Verdict::not_a_number});
    check({"651\0005551204"s, Verdict::not_a_number});
    check(
        {"651\xFF\xFE"
         "5551204",
         Verdict::not_a_number});
    check({"\xC3", Verdict::not_a_number});
    check({"\xEF\xBC", Verdict::not_a_number});
    check({"+", Verdict::not_a_number});
    check({"tel:", Verdict::not_a_number});
    check({std::string(NumberJudge::max_value_bytes, 'x'), Verdict::not_a_number});
    check({std::string(NumberJudge::max_value_bytes, '5'), Verdict::too_long});
    check({std::string(10'000'000, '5'), Verdict::too_long});
    check({std::string(NumberJudge::max_value_bytes, '(') + "6515551204", Verdict::too_long});
}

TEST_CASE("every short run of bytes gets a verdict, and a number only where it can be texted") {
    const std::string_view alphabet = "0159 +-x(;,/#a\xEF\xBC\x95\xC2\xA0\xFF\n";
    const NumberJudge judge("US");
    std::uint64_t state = 0x5EED;
    for (int round = 0; round < 3000; ++round) {
        std::string value;
        const auto step = [&] {
            return state = state * 6364136223846793005u + 1442695040888963407u, state >> 33;
        };
        for (auto length = step() % 24; value.size() < length;)
            value += alphabet[step() % alphabet.size()];
        CAPTURE(value);
        const auto judgement = judge.judge(value);
        if (judgement.verdict == Verdict::unspecified) FAIL("no verdict");
        if (can_text(judgement.verdict) != judgement.e164.starts_with("+")) FAIL("number and verdict differ");
    }
}

TEST_CASE("warming up changes no verdict") {
    const NumberJudge judge("US");
    judge.warm_up();
    CHECK(judge.judge("(651) 580-0580x123").e164 == "+16515800580");
}

TEST_CASE("several threads judge at once") {
    const NumberJudge judge("US");
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int start = 0; start < 4; ++start) {
        threads.emplace_back([&judge, &wrong, start] {
            for (int i = start; i < 400; i += 4) {
                const auto digits = std::to_string(6512000000 + i);
                if (judge.judge(digits + " x12 home").e164 != "+1" + digits) ++wrong;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    CHECK(wrong == 0);
}

TEST_CASE("a number that is written in two forms is texted in the one that works") {
    for (const char* const typed : {"+52 55 1234 5678", "+52 1 55 1234 5678", "011 52 1 55 1234 5678"})
        check({typed, Verdict::ok, "+525512345678"});
    for (const char* const typed : {"55 1234 5678", "1 55 1234 5678", "044 55 1234 5678", "01 55 1234 5678"})
        check({typed, Verdict::ok, "+525512345678"}, "MX");
    for (const char* const typed : {"+54 9 11 2345-6789", "+54 11 2345-6789", "+54 11 15 2345-6789"})
        check({typed, Verdict::ok, "+5491123456789"});
    for (const char* const typed : {"11 2345-6789", "011 15-2345-6789", "9 11 2345-6789"})
        check({typed, Verdict::ok, "+5491123456789"}, "AR");
    check({"+54 261 512-3456", Verdict::ok, "+5492615123456"});
    for (const char* const typed : {"+55 11 98765-4321", "+55 11 8765-4321", "+55 (11) 8765 4321"})
        check({typed, Verdict::ok, "+5511987654321"});
    for (const char* const typed : {"(11) 98765-4321", "(11) 8765-4321", "011 8765-4321"})
        check({typed, Verdict::ok, "+5511987654321"}, "BR");
    for (const char* const typed : {"+229 97 12 34 56", "+229 01 97 12 34 56"})
        check({typed, Verdict::ok, "+2290197123456"});
    check({"+55 11 8765-4321 ext 12", Verdict::extension_dropped, "+5511987654321", "12"});
}

TEST_CASE("what only looks like the other form of a number is judged as it is") {
    check({"+55 11 3765-4321", Verdict::ok, "+551137654321"});  // a landline
    check({"+54 800 555 1234", Verdict::cannot_receive});
    check({"+52 1 55 1234 567", Verdict::not_in_service});
    check({"+55 01 8765-4321", Verdict::not_in_service});
}
