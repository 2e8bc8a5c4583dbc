#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/mutex.hpp"
#include "core/task_queue.hpp"
#include "recipients/recipient.hpp"
#include "recipients/recipient_resolver.hpp"

namespace send_text {

/// How a resolution ended.
struct ResolutionEnd {
    bool is_cancelled = false;
    std::optional<std::string> failure;  ///< in words
};

/// Resolutions that others asked for, done one after the other on a thread of their own.
/// Threads: any adds and cancels, guarded by mutex_; the jobs run on its own thread.
class ResolutionJobs {
  public:
    using OnPart = std::function<void(std::span<const Recipient>)>;
    using OnEnd = std::function<void(const ResolutionEnd&)>;

    /// `make_resolver` makes a resolver with the settings of the moment.
    ResolutionJobs(std::function<RecipientResolver()> make_resolver, Clock& clock, Log& log);

    void start() { queue_.start(); }

    /// Adds a job and calls `accepted` with its id before the first part. `on_end` is called exactly once,
    /// after the last part; both on the jobs' thread. Any thread. False once stopping: then nothing is
    /// called.
    bool add(std::vector<RecordRef> records, const std::function<void(std::uint64_t)>& accepted,
             OnPart on_part, OnEnd on_end);

    /// Asks a job to end soon. False when it has ended. Any thread.
    bool cancel(std::uint64_t job_id);

    /// Cancels all jobs, and joins the thread.
    void stop() { queue_.stop(); }

  private:
    void run(std::uint64_t job_id, const std::vector<RecordRef>& records, const OnPart& on_part,
             const OnEnd& on_end, const std::atomic<bool>& cancelled);

    std::function<RecipientResolver()> make_resolver_;
    Mutex mutex_;
    std::uint64_t last_id_ GUARDED_BY(mutex_) = 0;
    std::map<std::uint64_t, std::shared_ptr<std::atomic<bool>>> cancelled_ GUARDED_BY(mutex_);
    TaskQueue queue_;
};

}  // namespace send_text
