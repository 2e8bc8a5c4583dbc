#include <catch2/catch_test_macros.hpp>

#include <chrono>

#include "requests/large_group.hpp"
#include "requests/request_report.hpp"

using namespace send_text;
using namespace std::chrono_literals;

TEST_CASE("a group is large from 50 on") {
    CHECK_FALSE(is_large_group(0));
    CHECK_FALSE(is_large_group(49));
    CHECK(is_large_group(50));
}

TEST_CASE("a duration is said as people would") {
    CHECK(describe_duration(0s) == "a few seconds");
    CHECK(describe_duration(9s) == "a few seconds");
    CHECK(describe_duration(10s) == "about 10 seconds");
    CHECK(describe_duration(39s) == "about 40 seconds");
    CHECK(describe_duration(54s) == "about 50 seconds");
    CHECK(describe_duration(55s) == "about 1 minute");
    CHECK(describe_duration(89s) == "about 1 minute");
    CHECK(describe_duration(90s) == "about 2 minutes");
    CHECK(describe_duration(4min) == "about 4 minutes");
    CHECK(describe_duration(3569s) == "about 59 minutes");
    CHECK(describe_duration(3570s) == "about 1 hour");
    CHECK(describe_duration(2h) == "about 2 hours");
    CHECK(describe_duration(84599s) == "about 23 hours");
    CHECK(describe_duration(1410min) == "about 1 day");
    CHECK(describe_duration(72h) == "about 3 days");
}

TEST_CASE("segments take their time at a line's pace") {
    CHECK(sending_time(0, 60) == 0s);
    CHECK(sending_time(49, 75) == 40s);
    CHECK(sending_time(120, 60) == 120s);
    CHECK(sending_time(1, 6000) == 1s);
    CHECK(sending_time(5, 0) == 300s);
}

TEST_CASE("a large group is told in how many batches it goes out, and how long that takes") {
    CHECK(describe_large_group(49, 49, 60).empty());
    CHECK(describe_large_group(120, 120, 60) ==
          " This is a large group: carriers advise groups of under 50. The texts go out in 3 batches of at "
          "most 49 and take about 2 minutes.");
    CHECK(describe_large_group(98, 98, 60).find("in 2 batches") != std::string::npos);
    CHECK(describe_large_group(99, 198, 60).find("in 3 batches of at most 49 and take about 3 minutes") !=
          std::string::npos);
}

TEST_CASE("the pace says batch and time where that helps") {
    RequestReport report;
    CHECK(describe_pace(report).empty());
    report.progress = {.total = 120, .batches = 3, .batch = 2};
    report.time_left = 70s;
    CHECK(describe_pace(report) == "Batch 2 of 3, about 1 minute left.");
    report.progress.batches = 1;
    report.progress.batch = 1;
    CHECK(describe_pace(report) == "About 1 minute left.");
    report.time_left = 9s;
    CHECK(describe_pace(report).empty());
}

TEST_CASE("the outcome tells of every text") {
    CHECK(describe_outcome({.total = 1, .accepted = 1}) == "The carrier has accepted the text.");
    CHECK(describe_outcome({.total = 9, .accepted = 9}) == "The carrier has accepted all 9 texts.");
    CHECK(describe_outcome({.total = 20,
                            .waiting = 9,
                            .accepted = 4,
                            .not_sent = 7,
                            .undecided = 2,
                            .out_of_hours = 3,
                            .cancelled = 6}) ==
          "The carrier has accepted 4 of 20 texts. 4 more on the way. 3 texts wait for texting hours where "
          "the recipients are. They will be sent automatically. 1 text could not be sent. 6 texts were "
          "stopped by a user. It is not known whether 2 texts were sent.");
}
