// shown_carrier_words: what of a carrier's own words people and logs may see.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/utf8.hpp"
#include "gateway/carrier_words.hpp"

using namespace send_text;

TEST_CASE("plain words stay as they are") {
    const std::string words =
        GENERATE(as<std::string>(), "", "The service is down.", "Código inválido 21999 😀",
                 "see https://www.twilio.com/docs/errors/21999 (HTTP 400)", "'To' is required");
    CHECK(shown_carrier_words(words, "Can you work on Monday?") == words);
}

TEST_CASE("words come on one line and do not turn its direction") {
    CHECK(shown_carrier_words(" a\r\n b\tc\u2028d\u0085e\u00A0f\x7F\x01g\u202Eh\u2066i \n", "") ==
          "a b c d e f g h i");
}

TEST_CASE("what is repeated of the text does not stand there") {
    const std::string body = "Can you work on Monday? It is at 5, ask for Sue.";
    CHECK(shown_carrier_words("No: " + body + " is bad", body) == "No: … is bad");
    CHECK(shown_carrier_words("No: 'work on Monday? It' is bad", body) == "No: '…' is bad");
    CHECK(shown_carrier_words(body, body).empty());
    CHECK(shown_carrier_words("Monday", body).empty());
    CHECK(shown_carrier_words("Bad word: Hi, or Hi.", "Hi") == "Bad word: …, or ….");
    CHECK(shown_carrier_words("This Highway", "Hi") == "This Highway");
    CHECK(shown_carrier_words("Line one Line two", "Line one\nLine two").empty());
    CHECK(shown_carrier_words("x", "") == "x");
}

TEST_CASE("numbers show two digits, keys and ids none") {
    const auto [words, shown] = GENERATE(table<std::string, std::string>({
        {"to +16515551299 failed", "to +**99 failed"},
        {"to 1 (651) 555-1299.", "to **99."},
        {"to (651) 555-1299", "to (**99"},
        {"to ptn:/6515551299", "to ptn:/**99"},
        {"AC0123456789abcdef0123456789abcdef is closed", "… is closed"},
        {"token 0123456789abcdef0123456789abcdef", "token …"},
        {"session 6f9619ff-8b86-d011-b42d-00cf4fc964ff:6515551299", "session …:**99"},
        {"key=c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0", "…"},
        {"code 21999, HTTP 400, 1600 characters", "code 21999, HTTP 400, 1600 characters"},
        {"a1b2c3d4e5f6", "a1b2c3d4e5f6"},
    }));
    CHECK(shown_carrier_words(words, "Hello") == shown);
}

TEST_CASE("words are bounded, and no character is cut") {
    std::string words;
    for (int i = 0; i < 2'000; ++i)
        words += i % 3 == 0 ? "é " : "😀";
    for (int i = 0; i < 5; ++i) {
        const std::string shown = shown_carrier_words(words, "Hello");
        CHECK(shown.size() <= 210);
        CHECK(shown.size() > 190);
        CHECK(replace_invalid_utf8(shown) == shown);
        words.insert(0, "a");
    }
}
