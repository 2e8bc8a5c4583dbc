#include "requests/unsent_texts.hpp"

#include <algorithm>
#include <utility>

namespace send_text {
namespace {

constexpr Milliseconds min_look_interval = std::chrono::seconds(2);
constexpr std::int64_t texts_per_millisecond = 10;  // of very many it is longer
constexpr std::int64_t reads_per_request = 50;      // but for those that the interval brings

void add(WaitingSummary& summary, const WaitingText& text) {
    ++summary.count;
    if (!text.reason.empty() && text.state != TextState::held) summary.reason = text.reason;
    if (text.state == TextState::unknown) ++summary.being_asked;
    if (text.state == TextState::queued && !text.reason.empty()) ++summary.delayed;
    if (text.state != TextState::held) return;
    ++summary.out_of_hours;
    if (summary.first_number.empty() || text.not_before < summary.first_leaves_at) {
        summary.first_number = text.number;
        summary.first_leaves_at = text.not_before;
    }
    summary.last_leaves_at = std::max(summary.last_leaves_at, text.not_before);
}

}  // namespace

void UnsentTexts::changed(RequestId request_id) {
    const MutexLock lock(mutex_);
    ++requests_[request_id].changes;
}

void UnsentTexts::invalidate() {
    const MutexLock lock(mutex_);
    is_stale_ = true;
}

bool UnsentTexts::is_empty() const {
    const MutexLock lock(mutex_);
    return by_record_.empty();
}

TimePoint UnsentTexts::refresh() {
    const MutexLock refreshing(refreshing_);
    {
        const MutexLock lock(mutex_);
        if (std::exchange(is_stale_, false)) is_read_ = false;
    }
    if (!is_read_) {
        const std::vector<RequestId> waiting = outbox_.requests_waiting();
        const MutexLock lock(mutex_);
        for (auto& [request_id, request] : requests_)
            request.changes += request.count + 1;
        for (const RequestId request_id : waiting)
            requests_[request_id].changes += requests_[request_id].count + 1;
        is_read_ = true;
    }
    const MonotonicTime now = clock_.monotonic_now();
    for (const RequestId request_id : due_requests(now))
        replace(request_id, outbox_.waiting(request_id), now);
    return clock_.deadline_of(next_read_at());  // the host's clock: not with a lock that a menu may wait for
}

MonotonicTime UnsentTexts::next_read_at() const {
    MonotonicTime next = no_monotonic_deadline;
    const MutexLock lock(mutex_);
    for (const auto& [request_id, request] : requests_)
        if (request.changes > 0) next = std::min(next, request.read_at + interval(request));
    return next;
}

Milliseconds UnsentTexts::interval(const Request& request) {
    return std::max(min_look_interval, Milliseconds(request.count / texts_per_millisecond));
}

/// A small request is read at each change, and the last texts of a large one.
bool UnsentTexts::is_due(const Request& request, MonotonicTime now) {
    return request.changes > 0 && (now - request.read_at >= interval(request) ||
                                   request.changes >= request.count / reads_per_request);
}

/// What changes while they are read is read again.
std::vector<RequestId> UnsentTexts::due_requests(MonotonicTime now) {
    std::vector<RequestId> due;
    const MutexLock lock(mutex_);
    for (auto& [request_id, request] : requests_) {
        if (!is_due(request, now)) continue;
        request.changes = 0;
        due.push_back(request_id);
    }
    return due;
}

void UnsentTexts::replace(RequestId request_id, std::vector<WaitingGroup> groups, MonotonicTime now) {
    const MutexLock lock(mutex_);
    Request& request = requests_[request_id];
    forget_places(request_id, request);
    request.groups = std::move(groups);
    request.read_at = now;
    request.count = 0;
    for (std::size_t group = 0; group < request.groups.size(); ++group) {
        const std::vector<WaitingText>& texts = request.groups[group].texts;
        request.count += static_cast<std::int64_t>(texts.size());
        for (std::size_t text = 0; text < texts.size(); ++text)
            for (const RecordRef& record : texts[text].records)
                by_record_[record].push_back({request_id, group, text});
    }
    if (request.count == 0 && request.changes == 0) requests_.erase(request_id);
}

void UnsentTexts::forget_places(RequestId request_id, const Request& request) {
    for (const WaitingGroup& group : request.groups) {
        for (const WaitingText& text : group.texts) {
            for (const RecordRef& record : text.records) {
                const auto found = by_record_.find(record);
                if (found == by_record_.end()) continue;
                std::erase_if(found->second,
                              [request_id](const Place& place) { return place.request_id == request_id; });
                if (found->second.empty()) by_record_.erase(found);
            }
        }
    }
}

/// Each text once, whoever of the records shares it.
std::vector<UnsentTexts::Place> UnsentTexts::places_of(std::span<const RecordRef> records) const {
    std::vector<Place> places;
    for (const RecordRef& record : records) {
        const auto found = by_record_.find(record);
        if (found != by_record_.end())
            places.insert(places.end(), found->second.begin(), found->second.end());
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

const WaitingGroup& UnsentTexts::group_at(const Place& place) const {
    return requests_.at(place.request_id).groups[place.group];
}

WaitingSummary UnsentTexts::summary(std::span<const RecordRef> records, const Decider& who) const {
    WaitingSummary summary;
    const MutexLock lock(mutex_);
    for (const Place& place : places_of(records)) {
        const WaitingGroup& group = group_at(place);
        if (may_decide(who, group.whose)) add(summary, group.texts[place.text]);
    }
    return summary;
}

std::vector<TextId> UnsentTexts::ids(std::span<const RecordRef> records, const Decider& who) const {
    std::vector<TextId> ids;
    const MutexLock lock(mutex_);
    if (!records.empty()) {
        for (const Place& place : places_of(records)) {
            const WaitingGroup& group = group_at(place);
            if (may_decide(who, group.whose)) ids.push_back(group.texts[place.text].id);
        }
        return ids;
    }
    for (const auto& [request_id, request] : requests_) {
        for (const WaitingGroup& group : request.groups) {
            if (!may_decide(who, group.whose)) continue;
            for (const WaitingText& text : group.texts)
                ids.push_back(text.id);
        }
    }
    return ids;
}

}  // namespace send_text
