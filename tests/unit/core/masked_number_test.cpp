#include "core/masked_number.hpp"

#include <catch2/catch_test_macros.hpp>

#include "core/record.hpp"

using namespace send_text;

TEST_CASE("a number in a log line shows its last two digits at most") {
    CHECK(masked_number("+16515551204") == "**04");
    CHECK(masked_number("7") == "**7");
    CHECK(masked_number("") == "**");
}

TEST_CASE("a record is named by kind and id") {
    CHECK(describe({RecordKind::employee, 4295067503}) == "employee 4295067503");
    CHECK(describe({RecordKind::contact, 6553}) == "contact 6553");
}
