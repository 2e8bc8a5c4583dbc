#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/mutex.hpp"

namespace send_text {

/// While this lasted, by our clock, the carrier answered.
struct AnswerTime {
    std::int64_t asked_ms = 0;
    std::int64_t answered_ms = 0;
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
    void dated(const AnswerTime& time, std::int64_t date_ms);

    /// The carrier took a text of ours and gave it this id.
    void took(const std::string& message_id, const AnswerTime& time);

    /// The carrier lists a message with this time of its own.
    void listed(const std::string& message_id, std::int64_t listed_ms);

    std::int64_t ahead_ms() const;

    /// How far our clock is ahead of the Date header; nothing while there was none.
    std::optional<std::int64_t> ahead_of_date_ms() const;

  private:
    /// What was taken lately, by the clock of the Date header.
    struct Taken {
        std::string message_id;
        std::int64_t from_ms;
        std::int64_t to_ms;
    };

    mutable Mutex mutex_;
    std::int64_t ahead_of_date_ms_ GUARDED_BY(mutex_) = 0;
    bool is_dated_ GUARDED_BY(mutex_) = false;  ///< an answer had a Date
    std::int64_t date_ahead_of_list_ms_ GUARDED_BY(mutex_) = 0;
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
std::optional<std::string> clock_warning(const std::string& carrier_name, std::int64_t ahead_ms);

}  // namespace send_text
