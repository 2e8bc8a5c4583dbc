#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "host_services.hpp"

namespace sound {

/// Who said hello to whom, and who changed which account: lines of JSON, in memory and in a file.
class AuditTrail {
  public:
    explicit AuditTrail(const HostServices& host) : host_(host) {}

    /// Reads the file in this folder; none without a folder.
    void open(const std::string& folder);

    /// Adds an entry of the one who is logged in. Worker.
    void add(const std::string& action, const std::string& subject, const std::string& detail);

    struct Part {
        std::string text;
        std::int64_t last_id = 0;  ///< 0: there was no further entry
    };
    /// Some of the oldest entries after one, a line each.
    Part csv(std::int64_t after_id, std::int64_t most) const;
    Part json_lines(std::int64_t after_id, std::int64_t most) const;
    static std::string csv_names();

  private:
    std::vector<std::string> after(std::int64_t id, std::int64_t most) const;

    const HostServices& host_;
    mutable std::mutex mutex_;
    std::string path_;
    std::vector<std::string> entries_;  ///< JSON; the id of each is its number, from 1 on
};

}  // namespace sound
