#include "mock_host/staffing/phone_key.hpp"

#include <catch2/catch_test_macros.hpp>
#include <utility>

using mock_host::phone_key;

TEST_CASE("one number has one key however it is written") {
    for (const char* typed :
         {"(651) 580-0580", "651-580-0580", "651.580.0580", "6515800580", "+16515800580", "1-651-580-0580",
          "+1 (651) 580 0580", "(651) 580-0580x123", "651-580-0580 ext. 45", "651-580-0580 #9",
          "651-580-0580 call after 5", "651/580/0580", "651-580-0580 / 651-341-2209",
          "651-580-0580, ask for Ed", "651-580-0580 or 612-270-4412", "Ed's 2nd phone: 651-580-0580",
          "６５１－５８０－０５８０", "＋１（６５１）５８０－０５８０"}) {
        CAPTURE(typed);
        CHECK(phone_key(typed) == "+16515800580");
    }
}

TEST_CASE("a number abroad is not taken for one at home") {
    CHECK(phone_key("+44 20 7946 0958") == "+442079460958");
    CHECK(phone_key("32324249459") == "+32324249459");
    CHECK(phone_key("+45 12 34 56 78") == "+4512345678");
    CHECK(phone_key("(451) 234-5678") == "+14512345678");
}

TEST_CASE("a local number stays local") {
    CHECK(phone_key("555-1204") == "5551204");
}

TEST_CASE("what holds no number has no key") {
    for (const char* typed : {"", "n/a", "no texts please", "123456", "1-800-FLOWERS", "65134122086513412209",
                              "\xEF\xBC", "\xEF", "\xFF\xFE"}) {
        CAPTURE(typed);
        CHECK(phone_key(typed).empty());
    }
}
