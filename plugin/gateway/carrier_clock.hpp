#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/mutex.hpp"
#include "core/time.hpp"

namespace send_text {

/// While this lasted, by our clock, the carrier answered.
struct AnswerTime {
    TimePoint asked_at{};
    TimePoint answered_at{};
};

/// How far our clock is ahead of the one by which a carrier dates the messages of a line (behind: less than
/// 0), as far as its answers tell.
///
/// It is measured in two parts. The Date header of each answer tells how the clocks differ now, so that a
/// clock that is corrected is noticed at once. What the list then says of a text that was sent a moment ago
/// tells how the list differs from that header, or, without one, from our clock: a time that is listed
/// without its zone, for example. A difference that a measurement leaves possible stays, so neither slow
/// answers nor times in whole seconds make it waver.
/// Threads: any; guarded by mutex_.
class CarrierClock {
  public:
    /// An answer came with this Date.
    void dated(const AnswerTime& time, TimePoint dated_at);

    /// The carrier took a text of ours and gave it this id.
    void took(const std::string& message_id, const AnswerTime& time);

    /// The carrier lists a message with this time of its own.
    void listed(const std::string& message_id, TimePoint listed_at);

    Milliseconds ahead() const;

    /// How far our clock is ahead of the Date header; nothing while there was none.
    std::optional<Milliseconds> ahead_of_date() const;

  private:
    /// What was taken lately, by the clock of the Date header.
    struct Taken {
        std::string message_id;
        TimePoint from;
        TimePoint to;
    };

    mutable Mutex mutex_;
    Milliseconds ahead_of_date_ GUARDED_BY(mutex_){};
    bool is_dated_ GUARDED_BY(mutex_) = false;  ///< an answer had a Date
    Milliseconds date_ahead_of_list_ GUARDED_BY(mutex_){};
    std::deque<Taken> taken_ GUARDED_BY(mutex_);  ///< oldest first
};

/// The clocks of the carriers' lines, each shared by all gateways of its line.
/// Threads: any; guarded by mutex_.
class CarrierClocks {
  public:
    /// `line` names it, together with its carrier.
    std::shared_ptr<CarrierClock> of(const std::string& line);

  private:
    Mutex mutex_;
    std::map<std::string, std::shared_ptr<CarrierClock>> clocks_ GUARDED_BY(mutex_);
};

/// "This computer's clock is 1 hour ahead of" the carrier's, and what to do, for a difference that people
/// should know of: one of a minute or more.
std::optional<std::string> clock_warning(const std::string& carrier_name, Milliseconds ahead);

}  // namespace send_text
