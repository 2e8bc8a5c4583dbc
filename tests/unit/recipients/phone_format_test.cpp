#include "core/phone_format.hpp"

#include <catch2/catch_test_macros.hpp>

using send_text::national_format;
using send_text::to_e164;

TEST_CASE("numbers are shown as people write them") {
    CHECK(national_format("+16515800580") == "(651) 580-0580");
    CHECK(national_format("+12272550123") == "(227) 255-0123");
    CHECK(national_format("+447911123456") == "+44 7911 123456");
    for (const char* as_it_is : {"", "+", "6515800580", "+1651x800580", "+999123"}) {
        CAPTURE(as_it_is);
        CHECK(national_format(as_it_is) == as_it_is);
    }
}

TEST_CASE("the line of an account is given as digits") {
    CHECK(to_e164("6515551204", "US") == "+16515551204");
    CHECK(to_e164("6135550123", "CA") == "+16135550123");
    CHECK(to_e164("16515551204", "US") == "+16515551204");
    CHECK(to_e164("+1 (651) 555-1204", "GB") == "+16515551204");
    CHECK(to_e164("447911123456", "US") == "+447911123456");
    CHECK(to_e164("+4412345678", "US") == "+4412345678");
    CHECK(to_e164("4412345678", "GB") == "+4412345678");
    for (const char* no_line : {"", "+", "5551204", "0651555120", "1651555120", "+10651555120",
                                "+1165155512045", "1234567890123456", "651555120a", "ann@example.com"}) {
        CAPTURE(no_line);
        CHECK(to_e164(no_line, "US").empty());
    }
}
