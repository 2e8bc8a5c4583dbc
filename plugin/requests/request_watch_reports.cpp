// What is reported of requests, and to whom.

#include <algorithm>
#include <exception>
#include <utility>

#include "consent/number_zones.hpp"
#include "core/local_time.hpp"
#include "core/pluralize.hpp"
#include "core/time.hpp"
#include "requests/large_group.hpp"
#include "requests/request_watch.hpp"

namespace send_text {
namespace {

constexpr std::int64_t max_unsent = 100;

std::int64_t failed(const RequestProgress& progress) {
    return progress.not_sent - progress.cancelled - progress.undelivered;  // of which FailureNotices tells
}

/// Of those that failed, with a space in front; empty when none of them is named.
std::string first_reason(const std::vector<UnsentText>& texts) {
    const auto first = std::find_if(texts.begin(), texts.end(),
                                    [](const UnsentText& text) { return text.state == TextState::rejected; });
    return first == texts.end() ? std::string() : " First reason: " + first->reason;
}

}  // namespace

void RequestWatch::report(RequestId request_id) {
    bool has_view = false;
    bool is_shown_soon = false;
    {
        const MutexLock lock(mutex_);
        const Followed& request = requests_[request_id];
        has_view = !request.view.expired();
        is_shown_soon = is_view_coming(request);
    }
    const RequestReport report = read(request_id, has_view);
    if (has_view) {
        show(report);
    } else if (!is_shown_soon && is_over(report.progress)) {
        notify_sender(report);
    }
    display(report, has_view || is_shown_soon);
}

RequestReport RequestWatch::read(RequestId request_id, bool has_view) const {
    RequestReport report;
    report.request_id = request_id;
    report.progress = outbox_.progress(request_id);
    if (report.progress.batch > 0) {
        report.time_left =
            sending_time(outbox_.segments_until_sent(request_id), settings_.get()->segments_per_minute);
    }
    add_delay(report);
    if (unsent_count(report.progress) == 0 || !(has_view || is_over(report.progress))) return report;
    for (const Text& text : outbox_.unsent_of(request_id, max_unsent))
        report.unsent.push_back({text.number, text.reason, text.state});
    if (report.progress.undecided > report.progress.in_doubt)
        report.held = outbox_.held_for_person(request_id);
    return report;
}

/// Why, and until when, what has not left does not.
void RequestWatch::add_delay(RequestReport& report) const {
    if (report.progress.waiting == report.progress.undecided) return;
    const TimePoint now = clock_.now();
    const RequestDelay delay = outbox_.delay(report.request_id, now);
    report.delay_reason = delay.reason;
    report.holds_all = delay.holds_all;
    if (delay.first_number.empty()) return;
    report.first_leaves =
        permitted_time_text(zones_of(delay.first_number, user().time_zone), delay.first_leaves_at, now);
    report.leave_together = delay.first_leaves_at == delay.last_leaves_at;
}

/// The main thread shows the latest report only, however many come before it gets there.
void RequestWatch::show(const RequestReport& report) {
    {
        const MutexLock lock(mutex_);
        if (std::exchange(requests_[report.request_id].to_show, report).has_value()) return;
    }
    main_thread_.post([this, request_id = report.request_id] { show_latest(request_id); });
}

void RequestWatch::show_latest(RequestId request_id) {
    std::optional<RequestReport> report;
    std::weak_ptr<RequestView> view;
    {
        const MutexLock lock(mutex_);
        const auto found = requests_.find(request_id);
        if (found == requests_.end()) return;
        report = std::exchange(found->second.to_show, std::nullopt);
        view = found->second.view;
    }
    const auto open = view.lock();
    if (!open || !report) return;
    open->show(*report);
    are_failures_news(*report);  // any more
    is_doubt_news(report->held);
}

void RequestWatch::display(const RequestReport& report, bool has_view) {
    const RequestProgress& progress = report.progress;
    std::optional<std::uint64_t> displayed_id;
    bool is_to_begin = false;
    {
        const MutexLock lock(mutex_);
        Followed& request = requests_[report.request_id];
        request.progress = progress;
        is_to_begin = !request.displayed_id && !has_view && request.is_known_to_people &&
                      !is_over(progress) && progress.stoppable > 1;
        displayed_id = request.displayed_id;
    }
    if (is_to_begin) {
        displayed_id = display_.begin("Sending " + std::to_string(progress.total) + " texts", progress.total);
    }
    const bool is_to_end = displayed_id && is_over(progress);
    {
        const MutexLock lock(mutex_);
        Followed& request = requests_[report.request_id];
        if (is_to_begin && !displayed_id) request.is_known_to_people = false;  // the host cannot show it
        request.displayed_id = is_to_end ? std::nullopt : displayed_id;
    }
    if (!displayed_id) return;
    if (is_to_end) return display_.end(*displayed_id, describe_outcome(progress));

    const std::int64_t done = progress.accepted + progress.not_sent;
    std::string detail = describe_pace(report);
    if (detail.empty()) detail = describe_wait(report);
    if (!display_.update(*displayed_id, done, detail) || progress.stoppable == 0) return;
    const SessionUser user = this->user();
    stop(report.request_id, {user.rep_id, user.name});
}

void RequestWatch::notify_sender(const RequestReport& report) {
    const RequestProgress& progress = report.progress;
    const std::string of_all =
        " of " + pluralize(static_cast<std::uint64_t>(progress.total), "text", "texts");
    const bool are_more_failed = are_failures_news(report);
    const bool are_more_held = is_doubt_news(report.held);
    if (!are_more_failed && !are_more_held) return;
    const std::int64_t rep_id = outbox_.sender_of(report.request_id).rep_id;
    if (are_more_failed) {
        notifier_.show({.rep_id = rep_id,
                        .title = "Texts were not sent",
                        .text = std::to_string(failed(progress)) + of_all + " could not be sent." +
                                first_reason(report.unsent),
                        .severity = NoticeSeverity::error});
    }
    if (are_more_held) {
        notifier_.show({.rep_id = rep_id,
                        .title = "Texts may not have been sent",
                        .text = "It is not known whether " + std::to_string(report.held.size()) + of_all +
                                (report.held.size() == 1 ? " was" : " were") +
                                " sent. Choose Send Text again to decide what to do. First reason: " +
                                report.held.front().reason,
                        .severity = NoticeSeverity::warning});
    }
}

/// Whether the sender does not know of all that failed; they do when this returns.
bool RequestWatch::are_failures_news(const RequestReport& report) {
    const std::int64_t count = failed(report.progress);
    if (count == 0) return false;
    const MutexLock lock(mutex_);
    std::int64_t& known = known_failures_[report.request_id];
    return count > std::exchange(known, std::max(known, count));
}

/// Whether the sender does not know of all that is held; they do when this returns. What is in doubt and not
/// held is told by line.
bool RequestWatch::is_doubt_news(const std::vector<TextInDoubt>& texts) {
    const MutexLock lock(mutex_);
    const std::size_t known_before = known_doubts_.size();
    for (const TextInDoubt& text : texts)
        known_doubts_.emplace(text.text_id, text.request_number);
    return known_doubts_.size() > known_before;
}

void RequestWatch::record_known_doubts(const std::vector<TextInDoubt>& texts) {
    is_doubt_news(texts);
}

/// Who is logged in; nobody, while the host cannot say.
SessionUser RequestWatch::user() const {
    try {
        return session_.user();
    } catch (const std::exception&) {
        return {};
    }
}

void RequestWatch::notify_rep(std::int64_t rep_id, const std::string& title, const std::string& words) {
    notifier_.notify(rep_id, title, words, {});
}

void RequestWatch::not_committed(std::int64_t rep_id, const std::string& reason) {
    notify_rep(rep_id, "Texts were not sent", "Nothing was sent: " + reason);
}

}  // namespace send_text
