#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/time.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// How long people are not troubled with what may pass by itself.
inline constexpr Milliseconds patience = std::chrono::minutes(10);

/// Why texts wait, though they are due.
enum class WaitCause : std::int32_t {
    not_taken = 1,        ///< the carrier cannot be reached, or takes nothing now
    not_the_carrier = 2,  ///< something on the way answers in its place
    answers_lost = 3,     ///< it may have taken the texts that were tried
    line_stopped = 4,     ///< the line has no account, or its carrier does not log it in
    some_texts = 5,       ///< these alone are not taken; others of the line are
    in_doubt = 6,         ///< it is not known whether these were sent
    store_fails = 7,      ///< nothing of any line can leave
};

/// Whether all of a line's texts wait for it.
inline bool concerns_line(WaitCause cause) {
    return cause < WaitCause::some_texts;
}

/// Texts that have waited for so long that people should know.
struct WaitingTexts {
    LineId line;  ///< empty: all lines
    WaitCause cause = WaitCause::not_taken;
    std::string reason;  ///< what was said last, in sentences; may be empty
    std::chrono::minutes waited{};
    std::vector<SenderCount> senders = {};   ///< those who were not told yet
    std::int64_t texts = 0;                  ///< of all senders
    bool is_new = true;                      ///< nobody was told yet
    bool can_be_asked = false;               ///< in doubt: the carrier answers, and will settle it
    std::vector<TextInDoubt> in_doubt = {};  ///< those of these senders
};

/// What waited goes on, or is settled.
struct WaitEnded {
    LineId line;
    WaitCause cause = WaitCause::not_taken;
    std::vector<std::int64_t> rep_ids = {};  ///< who was told that it waits
};

/// Sees to it that nothing waits in silence: after ten minutes, by the monotonic clock, senders and
/// administrators are told why, each once for each cause, and those who were are told when it is over. What
/// waits for the texting hours does not stand still.
/// Threads: the delivery worker.
class LineWatch {
  public:
    struct Hooks {
        std::function<void(const WaitingTexts& waiting)> texts_wait;
        std::function<void(const WaitEnded& over)> wait_ended;
    };

    /// All must outlive this.
    LineWatch(const OutboxStore& outbox, const Clock& clock, Hooks hooks);

    /// A text of the line did not get through, or could not be tried.
    void sending_failed(const LineId& line, WaitCause cause, const std::string& reason);

    /// The carrier took or rejected one.
    void sending_worked(const LineId& line);

    /// The carrier could not be asked whether it has a text; or it could.
    void asking_failed(const LineId& line, const std::string& reason);
    void asking_worked(const LineId& line);

    /// Tells what is due. `lines` are those with work. Returns when it wants to be called again, by the
    /// monotonic clock. Throws StoreError.
    MonotonicTime look(const std::vector<LineId>& lines);

    /// The store, or something else that all lines need, failed; or it works. The first tells what is due.
    void store_failed(const std::string& reason);
    void store_worked();

  private:
    /// Something that does not work, for so long.
    struct Trouble {
        WaitCause cause = WaitCause::not_taken;
        std::string reason = {};
        MonotonicTime since{};
    };

    /// Who knows of a trouble, and by which of the causes that it had.
    struct NotifiedReps {
        std::map<WaitCause, std::set<std::int64_t>> rep_ids;

        bool has_any() const { return !rep_ids.empty(); }
    };

    /// Texts of a line that wait for a while.
    struct Delayed {
        MonotonicTime since = no_monotonic_deadline;         ///< of the one that waits longest
        std::string reason;                                  ///< why that one does
        std::map<std::int64_t, std::int64_t> texts_of_reps;  ///< of those that have waited long
        std::vector<TextInDoubt> texts;
    };

    struct WatchedLine {
        std::optional<Trouble> sending;
        std::optional<Trouble> asking;
        std::map<TextId, MonotonicTime> delayed_since;  ///< by the id of a text that was tried
        NotifiedReps notified_of_sending;
        NotifiedReps notified_of_texts;
        NotifiedReps notified_of_doubt;
        std::vector<TextId> notified_in_doubt;  ///< the texts that notified_of_doubt is about

        bool is_quiet() const {
            return !sending && !asking && delayed_since.empty() && !notified_of_sending.has_any() &&
                   !notified_of_texts.has_any() && !notified_of_doubt.has_any();
        }
    };

    MonotonicTime look_at_sending(const LineId& name, WatchedLine& line);
    MonotonicTime look_at_tried(const LineId& name, WatchedLine& line);
    MonotonicTime look_at_doubt(const LineId& name, WatchedLine& line, const Delayed& unknown);
    void notify_of_doubt(const LineId& name, WatchedLine& line, const Trouble& doubt,
                         const std::vector<SenderCount>& senders, const std::vector<TextInDoubt>& texts);
    void doubt_resolved(const LineId& name, WatchedLine& line);
    void notify(const LineId& name, NotifiedReps& notified, const Trouble& trouble,
                const std::vector<SenderCount>& senders);
    std::optional<WaitingTexts> news(const LineId& name, NotifiedReps& notified, const Trouble& trouble,
                                     const std::vector<SenderCount>& senders) const;
    void over(const LineId& name, NotifiedReps& notified);

    const OutboxStore& outbox_;
    const Clock& clock_;
    Hooks hooks_;
    std::map<LineId, WatchedLine> lines_;
    std::optional<Trouble> store_;
    NotifiedReps notified_of_store_;
};

}  // namespace send_text
