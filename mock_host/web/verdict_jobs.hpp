#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "mock_host/staffing/person.hpp"

namespace mock_host {

class Resolution;
class RunningHost;

/// The verdicts that pages have asked the plug-in for: of all rows of a search, while it shows them.
/// [thread-safe]
class VerdictJobs {
  public:
    /// Pages that went away without a word leave jobs behind: of more than so many the oldest is ended.
    static constexpr std::size_t max_jobs = 16;

    explicit VerdictJobs(RunningHost& host) : host_(host) {}

    /// Starts one and gives its id; each part is told as the topic "verdicts". Throws NoPlugin, and
    /// staffing::StatusError as the plug-in answers, NOT_SUPPORTED when it judges no records.
    std::uint64_t start(std::vector<RecordKey> records);

    /// nullptr when there is none of this id.
    std::shared_ptr<const Resolution> find(std::uint64_t id) const;

    /// Cancels what is still under way, and forgets it; nothing when there is none of this id.
    void end(std::uint64_t id);

  private:
    struct Job {
        std::shared_ptr<Resolution> resolution;
        std::uint64_t plugins_id = 0;
    };
    void cancel(const Job& job);

    RunningHost& host_;
    mutable std::mutex mutex_;  // over all that follows
    std::uint64_t last_id_ = 0;
    std::map<std::uint64_t, Job> jobs_;
};

}  // namespace mock_host
