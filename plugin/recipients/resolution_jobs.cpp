#include "recipients/resolution_jobs.hpp"

#include <exception>
#include <utility>

namespace send_text {

ResolutionJobs::ResolutionJobs(std::function<RecipientResolver()> make_resolver, Clock& clock, Log& log)
    : make_resolver_(std::move(make_resolver)), queue_(clock, log) {}

bool ResolutionJobs::add(std::vector<RecordRef> records, const std::function<void(std::uint64_t)>& accepted,
                         OnPart on_part, OnEnd on_end) {
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    std::uint64_t id = 0;
    {
        const MutexLock lock(mutex_);
        id = ++last_id_;
        cancelled_[id] = cancelled;
    }
    accepted(id);
    const bool is_added = queue_.post([this, id, records = std::move(records), on_part = std::move(on_part),
                                       on_end = std::move(on_end),
                                       cancelled] { run(id, records, on_part, on_end, *cancelled); });
    if (!is_added) {
        const MutexLock lock(mutex_);
        cancelled_.erase(id);
    }
    return is_added;
}

bool ResolutionJobs::cancel(std::uint64_t job_id) {
    const MutexLock lock(mutex_);
    const auto found = cancelled_.find(job_id);
    if (found == cancelled_.end()) return false;
    *found->second = true;
    return true;
}

void ResolutionJobs::run(std::uint64_t job_id, const std::vector<RecordRef>& records, const OnPart& on_part,
                         const OnEnd& on_end, const std::atomic<bool>& cancelled) {
    ResolutionEnd end;
    try {
        const auto is_cancelled = [&] { return cancelled || queue_.is_stopping(); };
        end.is_cancelled = !make_resolver_().resolve(records, on_part, is_cancelled);
    } catch (const std::exception& error) {
        end.failure = error.what();
    }
    {
        const MutexLock lock(mutex_);
        cancelled_.erase(job_id);
    }
    on_end(end);
}

}  // namespace send_text
