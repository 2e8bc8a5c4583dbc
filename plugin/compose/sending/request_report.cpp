#include "compose/sending/request_report.hpp"

#include "compose/sending/large_group.hpp"
#include "core/counted.hpp"

namespace send_text {
namespace {

constexpr std::int64_t short_wait_seconds = 10;

std::string counted_texts(std::int64_t count) {
    return counted(static_cast<std::uint64_t>(count), "text", "texts");
}

}  // namespace

bool is_over(const RequestProgress& progress) {
    return progress.waiting == progress.undecided;
}

std::int64_t unsent_count(const RequestProgress& progress) {
    return progress.not_sent + progress.undecided;
}

std::string words_of_outcome(const RequestProgress& progress) {
    if (progress.accepted == progress.total) {
        return progress.total == 1 ? "The carrier has accepted the text."
                                   : "The carrier has accepted all " + counted_texts(progress.total) + ".";
    }
    std::string words = "The carrier has accepted " + std::to_string(progress.accepted) + " of " +
                        counted_texts(progress.total) + ".";
    const std::int64_t on_the_way = progress.waiting - progress.undecided - progress.out_of_hours;
    if (on_the_way > 0) words += " " + std::to_string(on_the_way) + " more on the way.";
    if (progress.out_of_hours > 0) {
        words += " " + counted_texts(progress.out_of_hours) +
                 (progress.out_of_hours == 1
                      ? " waits for the texting hours where it goes, and leaves by itself."
                      : " wait for the texting hours where they go, and leave by themselves.");
    }
    const std::int64_t failed = progress.not_sent - progress.cancelled;
    if (failed > 0) words += " " + counted_texts(failed) + " could not be sent.";
    if (progress.cancelled > 0) {
        words += " " + counted_texts(progress.cancelled) +
                 (progress.cancelled == 1 ? " was stopped by a person." : " were stopped by a person.");
    }
    if (progress.undecided > 0)
        words += " Of " + counted_texts(progress.undecided) + " it is not known whether " +
                 (progress.undecided == 1 ? "it was sent." : "they were sent.");
    return words;
}

std::string words_of_pace(const RequestReport& report) {
    const RequestProgress& progress = report.progress;
    if (progress.batch == 0) return {};
    if (progress.batches > 1) {
        return "Batch " + std::to_string(progress.batch) + " of " + std::to_string(progress.batches) + ", " +
               words_of_duration(report.seconds_left) + " left.";
    }
    if (report.seconds_left < short_wait_seconds) return {};
    std::string words = words_of_duration(report.seconds_left) + " left.";
    words.front() = 'A';
    return words;
}

}  // namespace send_text
