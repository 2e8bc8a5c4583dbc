#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

#include "host_services.hpp"
#include "staffing/ext/recipient_resolver.h"
#include "worker.hpp"

namespace sound {

/// The resolutions that are going on.
class Resolutions {
  public:
    Resolutions(const HostServices& host, Worker& worker) : host_(host), worker_(worker) {}

    /// Writes the id to `job_id` before it begins. [thread-safe]
    void start(std::vector<staffing_record_ref> records, const staffing_resolution_listener& listener,
               std::uint64_t& job_id);

    /// False when it has ended. [thread-safe]
    bool cancel(std::uint64_t job_id);

  private:
    void run(std::uint64_t job_id, const std::vector<staffing_record_ref>& records,
             const staffing_resolution_listener& listener);
    bool is_cancelled(std::uint64_t job_id);
    /// Forgets it; whether it was cancelled.
    bool end(std::uint64_t job_id);

    const HostServices& host_;
    Worker& worker_;
    std::mutex mutex_;
    std::map<std::uint64_t, bool> is_cancelled_;  ///< by job
    std::uint64_t last_id_ = 0;
};

}  // namespace sound
