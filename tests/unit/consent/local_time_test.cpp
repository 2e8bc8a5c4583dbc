// Times as people at a place read them.

#include <catch2/catch_test_macros.hpp>

#include "consent/local_time.hpp"

using namespace send_text;

namespace {

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t morning = 1'772'546'400'000;  // 2026-03-03T14:00:00Z

}  // namespace

TEST_CASE("a time is told at its place") {
    CHECK(local_time_text({"America/Chicago"}, morning, morning - 10 * hour) == "8:00 AM CST");
    CHECK(local_time_text({"America/New_York"}, morning, morning) == "9:00 AM EST");
    CHECK(local_time_text({"America/Sao_Paulo"}, morning, morning) == "11:00 AM UTC-03");
}

TEST_CASE("of several zones it is the one in which it is earliest") {
    CHECK(local_time_text({"America/New_York", "America/Chicago"}, morning, morning) == "8:00 AM CST");
}

TEST_CASE("what is more than a day away has its day") {
    CHECK(local_time_text({"America/Chicago"}, morning, morning - 25 * hour) == "8:00 AM CST on Tue, Mar 3");
    CHECK(local_time_text({"America/Chicago"}, morning, morning + 25 * hour) == "8:00 AM CST on Tue, Mar 3");
}

TEST_CASE("without a zone that the system knows it is UTC") {
    CHECK(local_time_text({}, morning, morning) == "2:00 PM UTC");
    CHECK(local_time_text({"Nowhere/Else"}, morning, morning) == "2:00 PM UTC");
}
