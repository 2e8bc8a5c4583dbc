// What is known of the numbers in records, a case for each.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "recipients/number_judge.hpp"

using send_text::NumberJudge;
using send_text::NumberJudgement;
using send_text::NumberType;
using send_text::Verdict;

namespace {

NumberJudgement judged(const std::string& as_typed, const std::string& region = "US") {
    return NumberJudge(region).judge(as_typed);
}

void check_ok(const std::string& as_typed, const std::string& e164, const std::string& region = "US") {
    CAPTURE(as_typed, region);
    const auto judgement = judged(as_typed, region);
    CHECK(judgement.verdict == Verdict::ok);
    CHECK(judgement.e164 == e164);
    CHECK(judgement.extension.empty());
    CHECK(judgement.note.empty());
}

void check_rejected(const std::string& as_typed, Verdict verdict) {
    CAPTURE(as_typed);
    const auto judgement = judged(as_typed);
    CHECK(judgement.verdict == verdict);
    CHECK(judgement.e164.empty());
}

}  // namespace

TEST_CASE("numbers: the usual ways of writing are valid") {
    check_ok("651-556-5757", "+16515565757");
    check_ok("(651) 370-8370", "+16513708370");
    check_ok("(651) 555-1204", "+16515551204");
}

TEST_CASE("numbers: an extension is dropped, with a warning") {
    const auto judgement = judged("(651) 580-0580x123");
    CHECK(judgement.verdict == Verdict::extension_dropped);
    CHECK(judgement.e164 == "+16515800580");
    CHECK(judgement.extension == "123");
}

TEST_CASE("numbers: possible, but not in service") {
    check_rejected("4737475757", Verdict::not_in_service);
    check_rejected("(654) 564-5689", Verdict::not_in_service);
    check_rejected("(651) 083-9012", Verdict::not_in_service);
    check_rejected("(651) 155-2134", Verdict::not_in_service);
}

TEST_CASE("numbers: possible only locally") {
    check_rejected("555-1204", Verdict::local_only);
}

TEST_CASE("numbers: two in one field are too long") {
    check_rejected("651-555-1204 / 651-555-1205", Verdict::too_long);
    check_rejected("651-555-1204, 651-555-1205", Verdict::too_long);
    check_rejected("(651) 555-1204 (651) 555-1205", Verdict::too_long);
}

TEST_CASE("numbers: n/a is no number, and empty is missing") {
    check_rejected("n/a", Verdict::not_a_number);
    check_rejected("", Verdict::missing);
}

TEST_CASE("numbers: an area code newer than the library is valid") {
    check_ok("(227) 255-0123", "+12272550123");
    check_ok("+1 983 999 0123", "+19839990123");
    check_ok("(382) 255-0123", "+13822550123", "CA");
}

TEST_CASE("numbers: a landline in the United States or Canada cannot be told from a mobile") {
    CHECK(judged("(651) 555-1204").type == NumberType::fixed_line_or_mobile);
    CHECK(judged("(506) 234-5678").type == NumberType::fixed_line_or_mobile);
    CHECK(judged("(651) 555-1204 x7").type == NumberType::fixed_line_or_mobile);
    CHECK(judged("+44 7911 123456").type == NumberType::mobile);
    CHECK(judged("+44 121 234 5678").type == NumberType::fixed_line);
}

TEST_CASE("numbers: as hosts keep them") {
    check_ok("4152120291", "+14152120291");
    check_ok("+17862672753", "+17862672753");
    check_rejected("32324249459", Verdict::too_long);
    const auto with_note = judged("651-555-1204 (call after 5)");
    CHECK(with_note.verdict == Verdict::ok);
    CHECK(with_note.e164 == "+16515551204");
    CHECK(with_note.note == "(call after 5)");
}

TEST_CASE("numbers: the default region is a setting") {
    check_ok("(506) 234-5678", "+15062345678", "CA");
    check_ok("07911 123456", "+447911123456", "GB");
    check_ok("032 324 24 94", "+41323242494", "CH");
    check_ok("+1 651 555 1204", "+16515551204", "GB");
}

TEST_CASE("numbers: full-width digits are digits, letters as on a keypad are not") {
    check_ok("６５１５５５１２０４", "+16515551204");
    check_rejected("651-555-TEXT", Verdict::not_a_number);
}
