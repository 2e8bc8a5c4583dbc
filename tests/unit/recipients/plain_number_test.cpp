#include "recipients/plain_number.hpp"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <iterator>
#include <string>

#include "unit/recipients/bare_loop.hpp"

using i18n::phonenumbers::PhoneNumberUtil;
using send_text::newer_places;
using send_text::plain_north_american_number;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t exchange_step = 41;
#else
constexpr std::uint64_t exchange_step = 1;
#endif

i18n::phonenumbers::PhoneNumber north_american(std::uint64_t national_number) {
    i18n::phonenumbers::PhoneNumber number;
    number.set_country_code(1);
    number.set_national_number(national_number);
    return number;
}

bool is_valid(std::uint64_t national_number) {
    const auto& util = *PhoneNumberUtil::GetInstance();
    const auto number = north_american(national_number);
    for (const char* region : {"US", "CA", "PR"}) {
        if (util.IsValidNumberForRegion(number, region)) return true;
    }
    return false;
}

bool is_newer(int area_code) {
    return std::find(std::begin(newer_places), std::end(newer_places), area_code) != std::end(newer_places);
}

}  // namespace

TEST_CASE("plain numbers are read in the ways that most people write them") {
    for (const char* value : {"6515551204", "651-555-1204", "(651) 555-1204", "651.555.1204", "651 555 1204",
                              "16515551204", "1-651-555-1204", "+16515551204", "+1 (651) 555-1204",
                              "(651)555-1204", "+1.651.555.1204", "651-555-1204 -", "((651))  555--1204"}) {
        CAPTURE(value);
        CHECK(plain_north_american_number(value) == "+16515551204");
    }
    CHECK(plain_north_american_number("(506) 234-5678") == "+15062345678");
    CHECK(plain_north_american_number("787-234-5678") == "+17872345678");
    CHECK(plain_north_american_number("227-234-5678") == "+12272345678");
}

TEST_CASE("all else is left to the library") {
    for (const char* value : {"",
                              "+",
                              "1",
                              "-",
                              "651555120",
                              "65155512045",
                              "116515551204",
                              "+6515551204",
                              "+116515551204",
                              "1+6515551204",
                              "++16515551204",
                              "(+1) 651-555-1204",
                              "26515551204",
                              "651-555-1204x1",
                              "651-555-1204 home",
                              "651-555-TEXT",
                              "651/555-1204",
                              "651\t555-1204",
                              "651-055-1204",
                              "651-155-1204",
                              "051-555-1204",
                              "151-555-1204",
                              "654-564-5689",
                              "473-747-5757",
                              "505-650-1204",
                              "983-655-1204",
                              "671-755-1204",
                              "465-234-1204",
                              "800-555-1204",
                              "900-555-1204",
                              "500-555-1204",
                              "528-255-0123",
                              "227-155-0123",
                              "227-911-0123",
                              "242-302-1234",
                              "６５１５５５１２０４",
                              "99999999999999999999999999"}) {
        CAPTURE(value);
        CHECK_FALSE(plain_north_american_number(value).has_value());
    }
}

// libphonenumber's patterns for these area codes end in \d{4}: they look at no digit behind the exchange.
TEST_CASE("every exchange of every plain area code is in service for the library") {
    const auto& util = *PhoneNumberUtil::GetInstance();
    int plain_codes = 0;
    std::string line = "0123";
    for (int area_code = 0; area_code < 1000; ++area_code) {
        const std::string three_digits = std::to_string(1000 + area_code).substr(1);
        if (is_newer(area_code) || !plain_north_american_number(three_digits + "5550123")) continue;
        ++plain_codes;
        CHECK(util.GetNumberType(north_american(std::stoull(three_digits + "5550123"))) ==
              PhoneNumberUtil::FIXED_LINE_OR_MOBILE);
        for (std::uint64_t exchange = 200; exchange < 1000; exchange += exchange_step) {
            std::rotate(line.begin(), line.begin() + 1, line.end());
            const std::string national = three_digits + std::to_string(exchange) + line;
            if (plain_north_american_number(national) != "+1" + national ||
                !is_valid(std::stoull(national))) {
                FAIL_CHECK(area_code << " is not plain, see exchange " << exchange
                                     << ": it belongs into NOT_PLAIN of packaging/refresh-area-codes");
                break;
            }
        }
    }
    CHECK(plain_codes == 386);
}
