#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include "carrier/http_message.hpp"
#include "carrier/simulator_clock.hpp"

namespace mock_host {

/// One request to a carrier and what became of it.
struct LoggedRequest {
    std::string method;
    std::string path;
    Parameters parameters;  ///< secrets and the keys in webhooks' addresses hidden
    std::string fault;      ///< the name of the fault applied; empty without one
    int status = 0;         ///< the HTTP status of the answer; 0 if there was none
    Moment when;
};

/// The last requests to the carriers, oldest first. A request stands here before its answer leaves.
/// [thread-safe]
class RequestLog {
  public:
    explicit RequestLog(std::size_t limit = 10'000) : limit_(limit) {}

    void add(const ApiRequest& request, const std::string& fault, int status, Moment when);
    std::vector<LoggedRequest> all() const;
    std::uint64_t changes() const;  ///< counts on with every change
    void clear();

  private:
    const std::size_t limit_;
    mutable std::mutex mutex_;
    std::deque<LoggedRequest> requests_;
    std::uint64_t changes_ = 0;
};

}  // namespace mock_host
