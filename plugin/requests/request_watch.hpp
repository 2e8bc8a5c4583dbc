#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/clock.hpp"
#include "core/main_thread.hpp"
#include "core/mutex.hpp"
#include "core/notifier.hpp"
#include "core/progress_display.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "model/current_settings.hpp"
#include "model/ids.hpp"
#include "requests/request_report.hpp"
#include "requests/unsent_texts.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// What shows a request's report to people.
/// Threads: the main thread only.
class RequestView {
  public:
    virtual ~RequestView() = default;
    virtual void show(const RequestReport& report) = 0;
};

/// Follows what becomes of requests. Reports to the window that shows one. When that is closed, the host
/// shows a request of which several texts wait, and the sender is notified at the end when not all were
/// surely sent, but for what they know already. Reports of one request come one after the other; of a large
/// one not for each text, so that thousands of texts do not keep store and host busy with counting. No lock
/// is held while others are called.
/// Threads: the main thread, the desk, the delivery and the replies worker; guarded by mutex_.
class RequestWatch {
  public:
    /// All must outlive this. `waiting`, if there is one, hears of every change, too.
    RequestWatch(OutboxStore& outbox, const CurrentSettings& settings, const Clock& clock, Session& session,
                 MainThread& main_thread, Notifier& notifier, ProgressDisplay& display,
                 UnsentTexts* waiting = nullptr);

    /// A window is going to show the request. Until it does (watch), or `coming` is gone, nobody else tells
    /// of it. Any thread; calls nobody.
    void expect_view(RequestId request_id, std::weak_ptr<const void> coming);

    /// `view` gets the request's reports from now on, as long as it lives. Any thread.
    void watch(RequestId request_id, std::weak_ptr<RequestView> view);

    /// Its view gets none any more. Any thread.
    void leave(RequestId request_id);

    /// A text of the request changed. Blocks on the store: any thread but the main one.
    void request_changed(RequestId request_id);

    /// The carrier could not deliver a text of the request, which it took long ago: who has it in view sees
    /// that; others are told by FailureNotices. Blocks on the store: any thread but the main one.
    void failed_later(RequestId request_id);

    /// Whether a window shows the request. Any thread.
    bool is_in_view(RequestId request_id) const;

    /// Somebody wants what has not left not to be sent. Blocks on the store: any thread but the main one.
    void stop(RequestId request_id, const Sender& who);

    /// Somebody stopped so many texts of it: its sender hears of it. Blocks on the store: any thread but the
    /// main one.
    void notify_of_stop(RequestId request_id, std::int64_t stopped, const Sender& who);

    /// Reports what was not reported yet, and asks the host whether a person wants to cancel. Returns when it
    /// wants to be called again. The first time it takes up what an earlier run of the plug-in left. One
    /// thread.
    TimePoint look();

    /// The senders of these texts were told that they are in doubt. Any thread.
    void record_known_doubts(const std::vector<TextInDoubt>& texts);

    /// Tells a rep something about texts. Any thread.
    void notify_rep(std::int64_t rep_id, const std::string& title, const std::string& words);

    /// The texts of a request could not be saved, and its window is closed: tells the sender.
    void not_committed(std::int64_t rep_id, const std::string& reason);

    /// The plug-in stops: the host shows nothing of it any more. To be called when nobody else calls.
    void end();

  private:
    struct Followed {
        std::weak_ptr<RequestView> view;
        std::optional<std::weak_ptr<const void>> coming;  ///< a window, before there is a view
        bool is_known_to_people = false;  ///< a window showed it or was to, or the last run left it
        bool is_reporting = false;        ///< a thread is at it
        std::int64_t changes = 0;         ///< since the last report began
        MonotonicTime reported_at{};
        RequestProgress progress;                   ///< as last reported
        std::optional<RequestReport> to_show;       ///< on its way to the main thread
        std::optional<std::uint64_t> displayed_id;  ///< where the host shows it
    };

    void changed(RequestId request_id, std::int64_t changes);
    void report_while_due(RequestId request_id);
    bool should_continue(RequestId request_id);
    static bool is_due(const Followed& request, MonotonicTime now);
    static bool is_view_coming(const Followed& request);
    static bool can_be_forgotten(const Followed& request);
    static MonotonicTime next_look_at(const Followed& request, MonotonicTime now);
    static void begin_report(Followed& request, MonotonicTime now);

    void report(RequestId request_id);
    RequestReport read(RequestId request_id, bool has_view) const;
    void add_delay(RequestReport& report) const;
    void show(const RequestReport& report);
    void show_latest(RequestId request_id);
    void display(const RequestReport& report, bool has_view);
    void notify_sender(const RequestReport& report);
    bool are_failures_news(const RequestReport& report);
    bool is_doubt_news(const std::vector<TextInDoubt>& texts);
    static bool is_done(const Followed& request);
    SessionUser user() const;

    OutboxStore& outbox_;
    const CurrentSettings& settings_;
    const Clock& clock_;
    Session& session_;
    MainThread& main_thread_;
    Notifier& notifier_;
    ProgressDisplay& display_;
    UnsentTexts* waiting_;
    bool has_looked_ = false;
    mutable Mutex mutex_;  ///< not held while the host is called, for the time neither
    std::map<RequestId, Followed> requests_ GUARDED_BY(mutex_);
    std::map<RequestId, std::int64_t> known_failures_
        GUARDED_BY(mutex_);  ///< by request, how many its sender knows of
    std::set<std::pair<TextId, std::int64_t>> known_doubts_
        GUARDED_BY(mutex_);  ///< text and request to its carrier
};

}  // namespace send_text
