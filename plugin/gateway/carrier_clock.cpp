#include "gateway/carrier_clock.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/pluralize.hpp"

namespace send_text {
namespace {

constexpr std::int64_t second_ms = 1'000;
constexpr std::int64_t minute_ms = 60 * second_ms;
constexpr std::size_t max_taken = 1'000;

/// A time that was cut to whole seconds was this much later at most.
constexpr std::int64_t cut_ms = second_ms - 1;

/// How far one clock is ahead of another that showed `shown_ms` while the first went from one time to the
/// other: what was known, if that is possible, else the most. For what is converted with it was cut as well.
std::int64_t measured(std::int64_t known_ms, std::int64_t from_ms, std::int64_t to_ms,
                      std::int64_t shown_ms) {
    const bool is_possible = known_ms >= from_ms - shown_ms - cut_ms && known_ms <= to_ms - shown_ms;
    return is_possible ? known_ms : to_ms - shown_ms;
}

/// "1 hour 30 minutes", of the largest two units.
std::string duration_words(std::int64_t minutes) {
    const std::int64_t days = minutes / (24 * 60);
    const std::int64_t hours = minutes / 60 % 24;
    std::string words;
    const auto add = [&words](std::int64_t count, const char* one, const char* many) {
        if (count == 0) return;
        words += (words.empty() ? "" : " ") + pluralize(static_cast<std::uint64_t>(count), one, many);
    };
    add(days, "day", "days");
    add(hours, "hour", "hours");
    if (days == 0) add(minutes % 60, "minute", "minutes");
    return words;
}

}  // namespace

void CarrierClock::dated(const AnswerTime& time, std::int64_t date_ms) {
    if (time.answered_ms < time.asked_ms) return;  // our clock was set back meanwhile
    const MutexLock lock(mutex_);
    ahead_of_date_ms_ = measured(ahead_of_date_ms_, time.asked_ms, time.answered_ms, date_ms);
    is_dated_ = true;
}

void CarrierClock::took(const std::string& message_id, const AnswerTime& time) {
    if (time.answered_ms < time.asked_ms) return;
    const MutexLock lock(mutex_);
    taken_.push_back({message_id, time.asked_ms - ahead_of_date_ms_, time.answered_ms - ahead_of_date_ms_});
    if (taken_.size() > max_taken) taken_.pop_front();
}

void CarrierClock::listed(const std::string& message_id, std::int64_t listed_ms) {
    const MutexLock lock(mutex_);
    const auto found = std::find_if(taken_.begin(), taken_.end(),
                                    [&](const Taken& taken) { return taken.message_id == message_id; });
    if (found == taken_.end()) return;
    date_ahead_of_list_ms_ = measured(date_ahead_of_list_ms_, found->from_ms, found->to_ms, listed_ms);
    taken_.erase(found);  // it has told what it can
}

std::int64_t CarrierClock::ahead_ms() const {
    const MutexLock lock(mutex_);
    return ahead_of_date_ms_ + date_ahead_of_list_ms_;
}

std::optional<std::int64_t> CarrierClock::ahead_of_date_ms() const {
    const MutexLock lock(mutex_);
    return is_dated_ ? std::optional(ahead_of_date_ms_) : std::nullopt;
}

std::shared_ptr<CarrierClock> CarrierClocks::of(const std::string& line) {
    const MutexLock lock(mutex_);
    auto& clock = clocks_[line];
    if (!clock) clock = std::make_shared<CarrierClock>();
    return clock;
}

std::optional<std::string> clock_warning(const std::string& carrier_name, std::int64_t ahead_ms) {
    const std::int64_t difference_ms = std::abs(ahead_ms);
    if (difference_ms < minute_ms) return std::nullopt;
    return "This computer's clock is " + duration_words((difference_ms + minute_ms / 2) / minute_ms) +
           (ahead_ms > 0 ? " ahead of " : " behind ") + carrier_name +
           "'s. Correct its date, time and time zone: the texting hours depend on them.";
}

}  // namespace send_text
