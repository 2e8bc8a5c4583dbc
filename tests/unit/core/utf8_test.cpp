#include <catch2/catch_test_macros.hpp>

#include "core/utf8.hpp"

using namespace send_text;

TEST_CASE("what is no UTF-8 is told from what is") {
    for (const char* const good : {"", "a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x9B\x91", "\xEF\xBF\xBD"})
        CHECK(is_utf8(good));
    // Cut off, a tail alone, overlong, half a surrogate pair, beyond Unicode.
    for (const char* const bad : {"\xC3", "\xE2\x82", "\xF0\x9F\x9B", "\x82", "\xC0\xAF", "\xE0\x80\xAF",
                                  "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"}) {
        CAPTURE(bad);
        CHECK_FALSE(is_utf8(bad));
    }
}

TEST_CASE("each byte that is no UTF-8 becomes U+FFFD, and the rest stays") {
    CHECK(replace_invalid_utf8("caf\xC3\xA9") == "caf\xC3\xA9");
    CHECK(replace_invalid_utf8("caf\xE9 au lait") == "caf\xEF\xBF\xBD au lait");
    CHECK(replace_invalid_utf8("\xE2\x82!") == "\xEF\xBF\xBD\xEF\xBF\xBD!");
}

TEST_CASE("the beginning of a text ends between two characters") {
    CHECK(first_bytes("caf\xC3\xA9", 5) == "caf\xC3\xA9");
    CHECK(first_bytes("caf\xC3\xA9!", 5) == "caf\xC3\xA9");
    CHECK(first_bytes("caf\xC3\xA9", 4) == "caf");
    CHECK(first_bytes("\xF0\x9F\x9B\x91", 3).empty());
}
