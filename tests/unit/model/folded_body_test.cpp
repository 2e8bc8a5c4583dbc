#include "model/folded_body.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace send_text;

TEST_CASE("bodies that differ in white space alone are folded to the same") {
    CHECK(folded_body(" Are you\r\n free? ") == folded_body("Are you free?"));
    CHECK(folded_body("Are you free?") != folded_body("are you free?"));
}

TEST_CASE("what carriers and their filters make of a body may be it") {
    const std::string ours = "Can you work on Monday? Reply \"yes\".";
    CHECK(may_be_altered(ours, "Can you work on Monday? Reply \u201Cyes\u201D."));
    CHECK(may_be_altered(ours, ours + " -- Memphis Staffing"));
    CHECK(may_be_altered(ours, "Memphis Staffing: " + ours));
    CHECK(may_be_altered(ours, "Can you work on Mon"));
    CHECK(may_be_altered("Yes", "Yes -- Memphis Staffing"));
    CHECK_FALSE(may_be_altered(ours, "Are you coming on Tuesday?"));
    CHECK_FALSE(may_be_altered("Ok", "Please look at it"));
    CHECK_FALSE(may_be_altered("\u2764", "\u2764"));  // nothing of it is surely kept
    CHECK_FALSE(may_be_altered("", "Hello"));
}
