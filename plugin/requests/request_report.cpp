#include "requests/request_report.hpp"

#include "core/pluralize.hpp"
#include "core/time.hpp"
#include "requests/large_group.hpp"

namespace send_text {
namespace {

constexpr Seconds short_wait{10};

/// Neither refused for the moment, nor asked about, nor held.
std::int64_t on_the_way(const RequestProgress& progress) {
    return progress.waiting - progress.undecided - progress.out_of_hours - progress.delayed -
           progress.being_asked;
}

std::int64_t refused(const RequestProgress& progress) {
    return progress.not_sent - progress.cancelled - progress.undelivered;
}

std::int64_t not_sent_yet(const RequestReport& report) {
    return report.progress.delayed + (report.holds_all ? on_the_way(report.progress) : 0);
}

std::string sentence(const std::string& words) {
    return words.empty() ? words : " " + words;
}

}  // namespace

bool is_over(const RequestProgress& progress) {
    return progress.waiting == progress.undecided;
}

std::int64_t unsent_count(const RequestProgress& progress) {
    return progress.not_sent + progress.undecided;
}

RequestStanding standing_of(const RequestReport& report) {
    const RequestProgress& progress = report.progress;
    using enum RequestStanding;
    if (refused(progress) > 0) return not_sent;
    if (progress.undelivered > 0) return not_delivered;
    if (progress.undecided > 0) return in_doubt;
    if (on_the_way(progress) > 0) return report.holds_all ? not_sent_yet : sending;
    if (progress.delayed > 0) return not_sent_yet;
    if (progress.being_asked > 0) return being_asked;
    if (progress.out_of_hours > 0) return waits_for_hours;
    return progress.cancelled > 0 ? stopped : sent;
}

std::string title_of(const RequestReport& report) {
    const bool is_one = report.progress.total == 1;
    switch (standing_of(report)) {
        case RequestStanding::not_sent:
            return is_one ? "The text was not sent" : "Some texts were not sent";
        case RequestStanding::not_delivered:
            return is_one ? "The text was not delivered" : "Some texts were not delivered";
        case RequestStanding::in_doubt:
            return is_one ? "The text may not have been sent" : "Some texts may not have been sent";
        case RequestStanding::not_sent_yet:
            return "Not sent yet";
        case RequestStanding::sending:
            return "Sending";
        case RequestStanding::being_asked:
            return "Waiting for the carrier";
        case RequestStanding::waits_for_hours:
            return "Waiting to send";
        case RequestStanding::stopped:
            return "Sending stopped";
        case RequestStanding::sent:
            break;
    }
    return "Messages sent";
}

const char* severity_of(const RequestReport& report) {
    switch (standing_of(report)) {
        case RequestStanding::not_sent:
        case RequestStanding::not_delivered:
        case RequestStanding::in_doubt:
            return "error";
        case RequestStanding::not_sent_yet:
        case RequestStanding::being_asked:
        case RequestStanding::stopped:
            return "warning";
        case RequestStanding::sending:
        case RequestStanding::waits_for_hours:
            return "info";
        case RequestStanding::sent:
            break;
    }
    return "success";
}

std::string describe_hours(std::int64_t count, const std::string& first_leaves, bool leave_together) {
    const std::string texts = pluralize_texts(count) + (count == 1 ? " waits" : " wait");
    if (first_leaves.empty()) {
        return texts + (count == 1 ? " for texting hours where the recipient is."
                                   : " for texting hours where the recipients are.");
    }
    if (leave_together) return texts + " until " + first_leaves + ".";
    return texts + " for texting hours where the recipients are, the first until " + first_leaves + ".";
}

std::string describe_delay(std::int64_t count, const std::string& reason) {
    return pluralize_texts(count) + (count == 1 ? " is" : " are") + " not sent yet." + sentence(reason) +
           " Send Text will try again automatically.";
}

std::string describe_asking(std::int64_t count, const std::string& reason) {
    return "It is not yet known whether the carrier accepted " + pluralize_texts(count) + "." +
           sentence(reason) + " Send Text is asking the carrier, so that nobody is texted twice.";
}

std::string describe_wait(const RequestReport& report) {
    const RequestProgress& progress = report.progress;
    const std::int64_t delayed = not_sent_yet(report);
    std::string words;
    if (delayed > 0) words += sentence(describe_delay(delayed, report.delay_reason));
    if (progress.being_asked > 0)
        words += sentence(describe_asking(progress.being_asked, delayed > 0 ? "" : report.delay_reason));
    if (progress.out_of_hours > 0)
        words += sentence(describe_hours(progress.out_of_hours, report.first_leaves, report.leave_together));
    return words.empty() ? words : words.substr(1);
}

std::string describe_outcome(const RequestProgress& progress) {
    RequestReport report;
    report.progress = progress;
    return describe_outcome(report);
}

std::string describe_outcome(const RequestReport& report) {
    const RequestProgress& progress = report.progress;
    if (progress.accepted == progress.total) {
        return progress.total == 1 ? "The carrier has accepted the text."
                                   : "The carrier has accepted all " + pluralize_texts(progress.total) + ".";
    }
    std::string words;
    if (progress.accepted > 0) {
        words = " The carrier has accepted " + std::to_string(progress.accepted) + " of " +
                pluralize_texts(progress.total) + ".";
    }
    const std::int64_t moving = report.holds_all ? 0 : on_the_way(progress);
    if (moving > 0)
        words += " " + (progress.accepted > 0 ? std::to_string(moving) + " more" : pluralize_texts(moving)) +
                 " on the way.";
    words += sentence(describe_wait(report));
    if (progress.out_of_hours > 0)
        words += progress.out_of_hours == 1 ? " It will be sent automatically."
                                            : " They will be sent automatically.";
    if (const std::int64_t count = refused(progress); count > 0)
        words += " " + pluralize_texts(count) + " could not be sent.";
    if (progress.undelivered > 0) {
        words += " " + pluralize_texts(progress.undelivered) +
                 (progress.undelivered == 1 ? " was accepted but could not be delivered."
                                            : " were accepted but could not be delivered.");
    }
    if (progress.cancelled > 0) {
        words += " " + pluralize_texts(progress.cancelled) +
                 (progress.cancelled == 1 ? " was stopped by a user." : " were stopped by a user.");
    }
    if (progress.undecided > 0)
        words += " It is not known whether " + pluralize_texts(progress.undecided) +
                 (progress.undecided == 1 ? " was sent." : " were sent.");
    return words.substr(1);
}

std::string describe_pace(const RequestReport& report) {
    const RequestProgress& progress = report.progress;
    if (progress.batch == 0 || report.holds_all) return {};
    if (progress.delayed > 0 && on_the_way(progress) == 0) return {};
    if (progress.batches > 1) {
        return "Batch " + std::to_string(progress.batch) + " of " + std::to_string(progress.batches) + ", " +
               describe_duration(report.time_left) + " left.";
    }
    if (report.time_left < short_wait) return {};
    std::string words = describe_duration(report.time_left) + " left.";
    words.front() = 'A';
    return words;
}

}  // namespace send_text
