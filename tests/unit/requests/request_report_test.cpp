// In a word and a color, what has become of a request: green only when all was accepted.

#include <catch2/catch_test_macros.hpp>

#include <string>

#include "requests/request_report.hpp"

using namespace send_text;

namespace {

RequestReport report_of(const RequestProgress& progress) {
    RequestReport report;
    report.progress = progress;
    return report;
}

void check(const RequestReport& report, const std::string& title, const std::string& severity,
           const std::string& words) {
    CHECK(title_of(report) == title);
    CHECK(severity_of(report) == severity);
    CHECK(describe_outcome(report) == words);
}

}  // namespace

TEST_CASE("all that was accepted is green") {
    check(report_of({.total = 1, .accepted = 1}), "Messages sent", "success",
          "The carrier has accepted the text.");
}

TEST_CASE("what is on the way is not sent") {
    check(report_of({.total = 3, .waiting = 3}), "Sending", "info", "3 texts on the way.");
    check(report_of({.total = 3, .waiting = 1, .accepted = 2}), "Sending", "info",
          "The carrier has accepted 2 of 3 texts. 1 more on the way.");
}

TEST_CASE("what waits for the hours says until when") {
    RequestReport report = report_of({.total = 1, .waiting = 1, .out_of_hours = 1, .stoppable = 1});
    report.first_leaves = "8:00 AM CST";
    check(report, "Waiting to send", "info",
          "1 text waits until 8:00 AM CST. It will be sent automatically.");
    report.progress = {.total = 3, .waiting = 2, .accepted = 1, .out_of_hours = 2};
    check(report, "Waiting to send", "info",
          "The carrier has accepted 1 of 3 texts. 2 texts wait until 8:00 AM CST. They will be sent "
          "automatically.");
    report.leave_together = false;
    CHECK(describe_outcome(report) ==
          "The carrier has accepted 1 of 3 texts. 2 texts wait for texting hours where the recipients are, "
          "the first "
          "until 8:00 AM CST. They will be sent automatically.");
}

TEST_CASE("what was not taken is not sent yet, with the reason") {
    RequestReport report = report_of({.total = 1, .waiting = 1, .stoppable = 1, .delayed = 1});
    report.delay_reason = "The carrier is busy.";
    check(report, "Not sent yet", "warning",
          "1 text is not sent yet. The carrier is busy. Send Text will try again automatically.");
    report.progress = {.total = 9, .waiting = 8, .accepted = 1, .stoppable = 8, .delayed = 1, .batch = 1};
    CHECK(title_of(report) == "Sending");  // the others are taken
    report.holds_all = true;
    check(report, "Not sent yet", "warning",
          "The carrier has accepted 1 of 9 texts. 8 texts are not sent yet. The carrier is busy. Send Text "
          "will try again automatically.");
    CHECK(describe_pace(report).empty());
}

TEST_CASE("what the carrier is asked about is neither sent nor not sent") {
    RequestReport report = report_of({.total = 1, .waiting = 1, .being_asked = 1});
    report.delay_reason = "The carrier answered with an error (HTTP 503).";
    check(report, "Waiting for the carrier", "warning",
          "It is not yet known whether the carrier accepted 1 text. The carrier answered with an error (HTTP "
          "503). Send Text is asking the carrier, so that nobody is texted twice.");
}

TEST_CASE("what failed, and what a person must decide or has stopped, stands in the title") {
    check(report_of({.total = 1, .not_sent = 1}), "The text was not sent", "error",
          "1 text could not be sent.");
    check(report_of({.total = 4, .waiting = 1, .accepted = 2, .not_sent = 1}), "Some texts were not sent",
          "error", "The carrier has accepted 2 of 4 texts. 1 more on the way. 1 text could not be sent.");
    check(report_of({.total = 2, .accepted = 1, .not_sent = 1, .undelivered = 1}),
          "Some texts were not delivered", "error",
          "The carrier has accepted 1 of 2 texts. 1 text was accepted but could not be delivered.");
    check(report_of({.total = 1, .waiting = 1, .undecided = 1}), "The text may not have been sent", "error",
          "It is not known whether 1 text was sent.");
    check(report_of({.total = 2, .accepted = 1, .not_sent = 1, .cancelled = 1}), "Sending stopped", "warning",
          "The carrier has accepted 1 of 2 texts. 1 text was stopped by a user.");
}
