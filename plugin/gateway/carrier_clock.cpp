#include "gateway/carrier_clock.hpp"

#include <algorithm>
#include <utility>

#include "core/pluralize.hpp"

namespace send_text {
namespace {

constexpr std::size_t max_taken = 1'000;

/// A time that was cut to whole seconds was this much later at most.
constexpr Milliseconds cut = Seconds(1) - Milliseconds(1);

/// How far one clock is ahead of another that showed `shown` while the first went from one time to the
/// other: what was known, if that is possible, else the most. For what is converted with it was cut as well.
Milliseconds measured(Milliseconds known, TimePoint from, TimePoint to, TimePoint shown) {
    const bool is_possible = known >= from - shown - cut && known <= to - shown;
    return is_possible ? known : to - shown;
}

/// "1 hour 30 minutes", of the largest two units.
std::string duration_words(std::chrono::minutes duration) {
    using namespace std::chrono;
    const days whole_days = floor<days>(duration);
    const hours whole_hours = floor<hours>(duration - whole_days);
    std::string words;
    const auto add = [&words](std::int64_t count, const char* one, const char* many) {
        if (count == 0) return;
        words += (words.empty() ? "" : " ") + pluralize(static_cast<std::uint64_t>(count), one, many);
    };
    add(whole_days.count(), "day", "days");
    add(whole_hours.count(), "hour", "hours");
    if (whole_days == days::zero()) add((duration - whole_hours).count(), "minute", "minutes");
    return words;
}

}  // namespace

void CarrierClock::dated(const AnswerTime& time, TimePoint dated_at) {
    if (time.answered_at < time.asked_at) return;  // our clock was set back meanwhile
    const MutexLock lock(mutex_);
    ahead_of_date_ = measured(ahead_of_date_, time.asked_at, time.answered_at, dated_at);
    is_dated_ = true;
}

void CarrierClock::took(const std::string& message_id, const AnswerTime& time) {
    if (time.answered_at < time.asked_at) return;
    const MutexLock lock(mutex_);
    taken_.push_back({message_id, time.asked_at - ahead_of_date_, time.answered_at - ahead_of_date_});
    if (taken_.size() > max_taken) taken_.pop_front();
}

void CarrierClock::listed(const std::string& message_id, TimePoint listed_at) {
    const MutexLock lock(mutex_);
    const auto found = std::find_if(taken_.begin(), taken_.end(),
                                    [&](const Taken& taken) { return taken.message_id == message_id; });
    if (found == taken_.end()) return;
    date_ahead_of_list_ = measured(date_ahead_of_list_, found->from, found->to, listed_at);
    taken_.erase(found);  // it has told what it can
}

Milliseconds CarrierClock::ahead() const {
    const MutexLock lock(mutex_);
    return ahead_of_date_ + date_ahead_of_list_;
}

std::optional<Milliseconds> CarrierClock::ahead_of_date() const {
    const MutexLock lock(mutex_);
    return is_dated_ ? std::optional(ahead_of_date_) : std::nullopt;
}

std::shared_ptr<CarrierClock> CarrierClocks::of(const std::string& line) {
    const MutexLock lock(mutex_);
    auto& clock = clocks_[line];
    if (!clock) clock = std::make_shared<CarrierClock>();
    return clock;
}

std::optional<std::string> clock_warning(const std::string& carrier_name, Milliseconds ahead) {
    const Milliseconds difference = std::chrono::abs(ahead);
    if (difference < std::chrono::minutes(1)) return std::nullopt;
    const auto rounded = std::chrono::floor<std::chrono::minutes>(difference + Seconds(30));
    return "This computer's clock is " + duration_words(rounded) +
           (ahead > Milliseconds::zero() ? " ahead of " : " behind ") + carrier_name +
           "'s. Correct its date, time and time zone: the texting hours depend on them.";
}

}  // namespace send_text
