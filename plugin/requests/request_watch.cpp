// When requests are reported.

#include "requests/request_watch.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace send_text {
namespace {

constexpr Milliseconds min_report_interval{500};
constexpr Milliseconds look_interval = std::chrono::seconds(5);
constexpr Milliseconds look_interval_out_of_hours = std::chrono::seconds(30);
constexpr std::int64_t reports_per_request = 100;  // but for those that the interval brings
constexpr std::int64_t whatever_came_before = std::numeric_limits<std::int32_t>::max();

}  // namespace

RequestWatch::RequestWatch(OutboxStore& outbox, const CurrentSettings& settings, const Clock& clock,
                           Session& session, MainThread& main_thread, Notifier& notifier,
                           ProgressDisplay& display, UnsentTexts* waiting)
    : outbox_(outbox),
      settings_(settings),
      clock_(clock),
      session_(session),
      main_thread_(main_thread),
      notifier_(notifier),
      display_(display),
      waiting_(waiting) {}

void RequestWatch::expect_view(RequestId request_id, std::weak_ptr<const void> coming) {
    Followed request;
    request.coming = std::move(coming);
    const MutexLock lock(mutex_);
    requests_[request_id] = std::move(request);
}

void RequestWatch::watch(RequestId request_id, std::weak_ptr<RequestView> view) {
    const MutexLock lock(mutex_);
    std::erase_if(requests_, [](const auto& entry) {
        const Followed& request = entry.second;
        return request.is_known_to_people && !request.is_reporting && request.progress.total > 0 &&
               can_be_forgotten(request);
    });
    Followed& request = requests_[request_id];
    request.view = std::move(view);
    request.coming.reset();
    request.is_known_to_people = true;
}

void RequestWatch::leave(RequestId request_id) {
    const MutexLock lock(mutex_);
    if (const auto found = requests_.find(request_id); found != requests_.end()) found->second.view.reset();
}

void RequestWatch::request_changed(RequestId request_id) {
    changed(request_id, 1);
}

void RequestWatch::failed_later(RequestId request_id) {
    if (is_in_view(request_id)) changed(request_id, 1);
}

bool RequestWatch::is_in_view(RequestId request_id) const {
    const MutexLock lock(mutex_);
    const auto found = requests_.find(request_id);
    return found != requests_.end() && !found->second.view.expired();
}

void RequestWatch::stop(RequestId request_id, const Sender& who) {
    const TimePoint now = clock_.now();
    const std::int64_t stopped = outbox_.stop(request_id, who, now) +
                                 outbox_.stop_asked(request_id, who, now, settings_.get()->batch_window);
    notify_of_stop(request_id, stopped, who);
}

void RequestWatch::notify_of_stop(RequestId request_id, std::int64_t stopped, const Sender& who) {
    const Sender sender = outbox_.sender_of(request_id);
    if (stopped > 0 && sender.rep_id != who.rep_id) {
        notifier_.notify(sender.rep_id, "Texts were stopped",
                         (who.name.empty() ? "Somebody" : who.name) + " stopped " + std::to_string(stopped) +
                             " of your texts before they left. They will not be sent.",
                         {});
    }
    changed(request_id, whatever_came_before);
}

TimePoint RequestWatch::look() {
    if (!has_looked_) {
        const std::vector<RequestId> left = outbox_.requests_under_way();
        const MutexLock lock(mutex_);
        for (const RequestId request_id : left) {
            Followed& request = requests_[request_id];
            request.is_known_to_people = true;
            request.changes = 1;
        }
        has_looked_ = true;
    }
    std::vector<RequestId> due;
    {
        const MonotonicTime now = clock_.monotonic_now();
        const MutexLock lock(mutex_);
        for (const auto& [request_id, request] : requests_) {
            if (!request.is_reporting && next_look_at(request, now) <= now) due.push_back(request_id);
        }
    }
    for (const RequestId request_id : due) {
        {
            const MonotonicTime now = clock_.monotonic_now();
            const MutexLock lock(mutex_);
            const auto found = requests_.find(request_id);
            if (found == requests_.end() || found->second.is_reporting) continue;
            begin_report(found->second, now);
        }
        report_while_due(request_id);
    }

    MonotonicTime next = no_monotonic_deadline;
    {
        const MonotonicTime now = clock_.monotonic_now();
        const MutexLock lock(mutex_);
        for (const auto& [request_id, request] : requests_)
            next = std::min(next, next_look_at(request, now));
    }
    return clock_.deadline_of(next);
}

void RequestWatch::end() {
    std::map<RequestId, Followed> requests;
    {
        const MutexLock lock(mutex_);
        requests.swap(requests_);
    }
    for (const auto& [request_id, request] : requests) {
        if (!request.displayed_id) continue;
        display_.end(*request.displayed_id, describe_outcome(request.progress) +
                                                " Waiting texts will be sent when Send Text runs again.");
    }
}

void RequestWatch::changed(RequestId request_id, std::int64_t changes) {
    if (waiting_ != nullptr) waiting_->changed(request_id);
    {
        const MonotonicTime now = clock_.monotonic_now();
        const MutexLock lock(mutex_);
        Followed& request = requests_[request_id];
        request.changes += changes;
        if (request.is_reporting || !is_due(request, now))
            return;  // the thread that is at it sees to this too
        begin_report(request, now);
    }
    report_while_due(request_id);
}

void RequestWatch::report_while_due(RequestId request_id) {
    try {
        do {
            report(request_id);
        } while (should_continue(request_id));
    } catch (...) {
        const MutexLock lock(mutex_);
        Followed& request = requests_[request_id];
        request.is_reporting = false;
        ++request.changes;  // is still to be told
        throw;
    }
}

/// Whether something changed while it was reported; if not, the thread has done with it.
bool RequestWatch::should_continue(RequestId request_id) {
    const MonotonicTime now = clock_.monotonic_now();
    const MutexLock lock(mutex_);
    Followed& request = requests_[request_id];
    if (request.changes > 0 && is_due(request, now)) {
        begin_report(request, now);
        return true;
    }
    request.is_reporting = false;
    if (request.changes == 0 && can_be_forgotten(request)) requests_.erase(request_id);
    return false;
}

/// Whether the window that was to show it may still do so.
bool RequestWatch::is_view_coming(const Followed& request) {
    return request.coming && !request.coming->expired();
}

bool RequestWatch::can_be_forgotten(const Followed& request) {
    return is_done(request) && request.view.expired() && !is_view_coming(request);
}

/// What people may decide about is kept: they are told of more of it, not of the same again.
bool RequestWatch::is_done(const Followed& request) {
    return !request.displayed_id && is_over(request.progress) && request.progress.undecided == 0;
}

/// The last text is always reported: each that is settled is a change.
bool RequestWatch::is_due(const Followed& request, MonotonicTime now) {
    return now - request.reported_at >= min_report_interval ||
           request.changes >=
               std::min(request.progress.waiting, request.progress.total / reports_per_request);
}

MonotonicTime RequestWatch::next_look_at(const Followed& request, MonotonicTime now) {
    if (request.changes > 0) return request.reported_at + min_report_interval;
    if (request.coming) return is_view_coming(request) ? now + look_interval : MonotonicTime{};
    if (!request.displayed_id) return no_monotonic_deadline;
    return request.reported_at + (request.progress.batch > 0 ? look_interval : look_interval_out_of_hours);
}

void RequestWatch::begin_report(Followed& request, MonotonicTime now) {
    request.is_reporting = true;
    if (request.coming && !is_view_coming(request)) {
        request.coming.reset();
        request.is_known_to_people = true;  // nobody shows it but the host
    }
    request.changes = 0;
    request.reported_at = now;
}

}  // namespace send_text
