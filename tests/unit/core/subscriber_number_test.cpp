#include "core/subscriber_number.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace send_text;

namespace {

/// Both forms are the subscriber's, and texts go to the first.
void check_forms(const std::string& reached, const std::string& other) {
    CAPTURE(reached, other);
    CHECK(subscriber_number(reached) == reached);
    CHECK(subscriber_number(other) == reached);
    CHECK(forms_of_number(reached) == std::vector{reached, other});
    CHECK(forms_of_number(other) == std::vector{reached, other});
}

void check_single(const std::string& number) {
    CAPTURE(number);
    CHECK(subscriber_number(number) == number);
    CHECK(forms_of_number(number) == std::vector{number});
}

}  // namespace

TEST_CASE("a number of two forms is one subscriber's, who is reached by the first") {
    check_forms("+525512345678", "+5215512345678");
    check_forms("+528112345678", "+5218112345678");
    check_forms("+5491123456789", "+541123456789");
    check_forms("+5492615123456", "+542615123456");
    check_forms("+5493804123456", "+543804123456");
    check_forms("+5511987654321", "+551187654321");
    check_forms("+5521961234567", "+552161234567");
    check_forms("+2290197123456", "+22997123456");
}

TEST_CASE("what only looks like one of two forms is left alone") {
    check_single("+551137654321");   // a landline of Brazil
    check_single("+5511937654321");  // a mobile that never had eight digits
    check_single("+558001234567");   // toll-free in Brazil and in Argentina
    check_single("+548001234567");
    check_single("+52155123456");     // too short
    check_single("+52155123456789");  // too long
    check_single("+5491123456");
    check_single("+16515551204");  // Minnesota
    check_single("+15215512345");
    check_single("+393331234567");  // a mobile of Italy, and a landline with its 0
    check_single("+390612345678");
    check_single("+50688123456");    // Costa Rica
    check_single("+2250712345678");  // Ivory Coast
    check_single("+84912345678");    // Vietnam
}

TEST_CASE("what is no number comes back as it is") {
    for (const char* const text : {"", "+", "+52", "+521", "+54", "+55", "+229", "MG0123", "5215512345678"})
        check_single(text);
}
