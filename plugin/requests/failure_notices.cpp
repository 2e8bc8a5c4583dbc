#include "requests/failure_notices.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "requests/failure_words.hpp"

namespace send_text {
namespace {

constexpr Milliseconds gathering = std::chrono::minutes(1);
constexpr std::size_t max_records = 50;  // to open from one notification

}  // namespace

FailureNotices::FailureNotices(OutboxStore& outbox, RecordDirectory& directory, Notifier& notifier,
                               const Clock& clock, std::function<bool(RequestId)> is_in_view)
    : outbox_(outbox),
      directory_(directory),
      notifier_(notifier),
      clock_(clock),
      is_in_view_(std::move(is_in_view)) {}

TimePoint FailureNotices::look() {
    if (has_failed_.exchange(false) && !due_at_) due_at_ = clock_.monotonic_now() + gathering;
    if (!due_at_) return no_deadline;
    if (*due_at_ <= clock_.monotonic_now()) {
        notify_senders();
        due_at_.reset();
        return has_failed_ ? no_time : no_deadline;
    }
    return clock_.deadline_of(*due_at_);
}

void FailureNotices::notify_senders() {
    const std::vector<UnreportedFailure> unreported = outbox_.unreported_failures();
    std::map<std::int64_t, std::vector<UnreportedFailure>> by_sender;
    for (const UnreportedFailure& failure : unreported)
        if (!is_in_view_(failure.request_id)) by_sender[failure.rep_id].push_back(failure);
    for (const auto& [rep_id, failures] : by_sender) {
        const FailureWords words = describe(failures, names_of(failures, max_named_failures));
        std::vector<RecordRef> records;
        for (const UnreportedFailure& failure : failures)
            records.insert(records.end(), failure.records.begin(), failure.records.end());
        records = without_repeats(records);
        records.resize(std::min(records.size(), max_records));
        notifier_.show({.rep_id = rep_id,
                        .title = words.title,
                        .text = words.text,
                        .records = records,
                        .severity = NoticeSeverity::error});
    }
    // Only now: a computer that goes down in between tells them twice rather than never.
    outbox_.mark_failures_reported(unreported);
}

/// Of the first ones; empty where the host does not know it any more.
std::vector<std::string> FailureNotices::names_of(const std::vector<UnreportedFailure>& failures,
                                                  std::size_t max_count) {
    std::vector<std::string> names(std::min(failures.size(), max_count));
    for (std::size_t index = 0; index < names.size(); ++index) {
        const std::vector<RecordRef>& records = failures[index].records;
        std::string& name = names[index];
        try {
            directory_.fetch(records, [&name](std::size_t, const RecordDetails* details) {
                if (details != nullptr) name += (name.empty() ? "" : ", ") + details->display_name;
                return true;
            });
        } catch (const std::runtime_error&) {  // the host's records cannot be read: the number is there
        }
    }
    return names;
}

}  // namespace send_text
