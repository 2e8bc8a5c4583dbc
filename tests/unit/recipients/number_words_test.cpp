#include <catch2/catch_test_macros.hpp>
#include <string>

#include "unit/recipients/judged_row.hpp"

// Words that people write beside a number.

using namespace std::string_literals;
using send_text::NumberJudge;
using send_text::Verdict;
using send_text::testing::check;

TEST_CASE("words before a number that say whose it is are kept, and its kind is not") {
    check({"mother's: 612-270-5519", Verdict::ok, "+16122705519", "", "", "mother's"});
    check({"Mother’s cell - (612) 270-5519", Verdict::ok, "+16122705519", "", "", "Mother's cell"});
    check({"(wife) 612-270-5519", Verdict::ok, "+16122705519", "", "", "(wife)"});
    check({"Bob (612) 270-5519 after 5", Verdict::ok, "+16122705519", "", "after 5", "Bob"});
    check(
        {"[neighbor]: +1 612 270 5519 x7", Verdict::extension_dropped, "+16122705519", "7", "", "neighbor"});
    check({"ask for Stan 612-270-5519", Verdict::ok, "+16122705519", "", "", "ask for Stan"});
    check({"esposa 612-270-5519", Verdict::ok, "+16122705519", "", "", "esposa"});
    for (const char* const label : {"Cell: ", "cell phone ", "Tel. ", "PHONE: ", "Home ", "# ", "No. ",
                                    "Text: ", "(c) ", "Móvil: ", "call or text "}) {
        CAPTURE(label);
        CHECK(NumberJudge("US").judge(label + "612-270-5519"s).prefix.empty());
    }
    // What is no number, and what is held, says enough.
    CHECK(NumberJudge("US").judge("mother's: 555-1204").prefix.empty());
    CHECK(NumberJudge("US").judge("wrong number: 612-270-5519").prefix.empty());
}

TEST_CASE("words behind a number are a note") {
    check({"cell 651-555-1204", Verdict::ok, "+16515551204"});
    check({"651-555-1204 home", Verdict::ok, "+16515551204", "", "home"});
    check({"651-555-1204 (call after 5:30pm)", Verdict::ok, "+16515551204", "", "(call after 5:30pm)"});
    check({"651-555-1204, Bob's cell", Verdict::ok, "+16515551204", "", ", Bob's cell"});
    check({"6515551204cell", Verdict::ok, "+16515551204", "", "cell"});
    check({"651-555-1204 call 9:30-17:00", Verdict::ok, "+16515551204", "", "call 9:30-17:00"});
    check({"651-555-1204 opted in 3/14/2024", Verdict::ok, "+16515551204", "", "opted in 3/14/2024"});
    check({"651-555-1204 new 3-14-24", Verdict::ok, "+16515551204", "", "new 3-14-24"});
    check({"651-555-1204 or 612/555/1205", Verdict::too_long});
    check({"651-555-1204 or 555-1205", Verdict::too_long});
    check({"651-555-1204#", Verdict::ok, "+16515551204"});
    check({"651-555-1204 #", Verdict::ok, "+16515551204"});
    check({"651-555-1204 ext home", Verdict::ok, "+16515551204", "", "ext home"});
    check({"651-555-1204 2nd shift", Verdict::too_long});  // the 2 may be a digit too many
    check({"(651) 580-0580 x123 desk", Verdict::extension_dropped, "+16515800580", "123", "desk"});
    check({"555-1204 mom", Verdict::local_only, "", "", "mom"});
    check({"4737475757 old", Verdict::not_in_service, "", "", "old"});
    // On a keypad these are 218-555-1323 and 235-420-4653, which belong to strangers.
    check({"218-5551 dad", Verdict::local_only, "", "", "dad"});
    check({"235-4204 old", Verdict::local_only, "", "", "old"});
}
