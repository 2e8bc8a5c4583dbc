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

TEST_CASE("they are the same words in whatever characters a phone or a person writes them") {
    const auto body = GENERATE(
        as<std::string>(), "\uFF33\uFF34\uFF2F\uFF30", "\u24C8\u24E3\u24DE\u24DF", "\u24AE\u24AF\u24AA\u24AB",
        "\U0001D412\U0001D413\U0001D40E\U0001D40F", "\U0001F162\U0001F163\U0001F15E\U0001F15F",
        "\u02E2\u1D57\u1D52\u1D56", "\uA731\u1D1B\u1D0F\u1D18", "\uFB06op", "\u017Ftop",  // shapes of letters
        "Arre\u0302t", "arre\u0301\u0302t", "S\u20DDT\u20DDO\u20DDP\u20DD", "ST\u00D8P",
        "ST\u00D6P",                                                    // accents
        "QU\u0130T", "qu\u0131t", "QUI\u0307T", "unsubscr\u0131be",     // Turkish
        "\u0405\u0422\u041E\u0420", "ST\u041EP", "\u0395\u039D\u0044",  // Cyrillic, Greek
        "ST\U0001F17E\uFE0FP", "\u216DANCEL",
        "\U0001F1F8\U0001F1F9\U0001F1F4\U0001F1F5",  // letters that make flags
        "\U0001F1F8 \U0001F1F9 \U0001F1F4 \U0001F1F5\U0001F6D1");
    CAPTURE(body);
    CHECK(wish_of(body, false) == Wish::opt_out);
}

TEST_CASE("whatever stands around them or between that is no letter and no digit") {
    const auto around = GENERATE(
        as<std::string>(), "\U0001F6D1", "\U0001F44D\U0001F3FD", "\u2764\uFE0F", "\U0001F1FA\U0001F1F8",
        "\u00A0", "\u3000", "\u2003", "\uFEFF", "\u200B", "\u200D", "\u00AD", "\u2060", "\u202E", "\u3164",
        "\u00A1", "\u00AB", "\u00BB", "\u3002", "\uFF01", "\u2026", "\u2122", "\u00AE", "\u20AC", "\u02BC",
        "\u0301", "\uFE0F", "\xFF", "\xE2\x80", std::string(1, '\0'), "\r\n\t", "#*+-/", "\uFFFD");
    CAPTURE(around);
    CHECK(wish_of(around + "STOP" + around, false) == Wish::opt_out);
    CHECK(wish_of("O" + around + "PT" + around + "OUT", false) == Wish::opt_out);
    CHECK(wish_of(around + "Start" + around, false) == Wish::opt_in);
    CHECK(wish_of(around, false) == Wish::none);
}

TEST_CASE("however long the message is") {
    const std::string much(300'000, '!');
    CHECK(wish_of("STOP" + much, false) == Wish::opt_out);
    CHECK(wish_of(std::string(1000, ' ') + "STOP", false) == Wish::opt_out);
    CHECK(wish_of("STOP " + std::string(300'000, 'x'), false) == Wish::none);
}

TEST_CASE("the words that opt in; YES only of one who has opted out") {
    CHECK(wish_of("Start", false) == Wish::opt_in);
    CHECK(wish_of("UNSTOP", true) == Wish::opt_in);
    CHECK(wish_of("yes!", true) == Wish::opt_in);
    CHECK(wish_of("yes!", false) == Wish::none);
}

TEST_CASE("a word amid others is no wish, nor is anything else") {
    const auto body = GENERATE(as<std::string>(), "", "?", "Stop by at 5", "please stop", "stopp", "end1",
                               "Can you start on Monday", "\u505C\u6B62", "\xC3", "\xE2", "STOP 2",
                               "STOP 2\uFE0F\u20E3", "STOP \u00BD", "STOP\u505C", "\u0441\u0442\u043E\u043F",
                               "\U0001F6D1", "STOP it", "unsubscribed");
    CAPTURE(body);
    CHECK(wish_of(body, true) == Wish::none);
}
