#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

#include "consent/consent_words.hpp"

using namespace send_text;

TEST_CASE("the words that opt out, however they are written") {
    const auto body = GENERATE(as<std::string>(), "STOP", "stop", " Stop. ", "STOP ALL", "stop-all!", "Quit",
                               "END", "revoke", "OPT OUT", "opt-out", "Optout", "cancel", "UNSUBSCRIBE",
                               "arret", "ARR\u00CAT", "arr\u00EAt", "\u201CStop\u201D", "S T O P");
    CAPTURE(body);
    CHECK(wish_of(body, false) == Wish::opt_out);
    CHECK(wish_of(body, true) == Wish::opt_out);
}

TEST_CASE("the words that opt in; YES only of one who has opted out") {
    CHECK(wish_of("Start", false) == Wish::opt_in);
    CHECK(wish_of("UNSTOP", true) == Wish::opt_in);
    CHECK(wish_of("yes!", true) == Wish::opt_in);
    CHECK(wish_of("yes!", false) == Wish::none);
}

TEST_CASE("a word amid others is no wish, nor is anything else") {
    const auto body = GENERATE(as<std::string>(), "", "?", "Stop by at 5", "please stop", "stopp", "end1",
                               "Can you start on Monday", "\u505C\u6B62", "\xC3", "\xE2", "STOP \U0001F600");
    CAPTURE(body);
    CHECK(wish_of(body, true) == Wish::none);
    CHECK(wish_of(std::string(1000, ' ') + "STOP", false) == Wish::none);
}
