#pragma once

#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/progress_display.hpp"

namespace send_text::testing {

/// What the host shows outside of windows, and a person at it.
class FakeProgressDisplay final : public ProgressDisplay {
  public:
    struct Shown {
        std::string title;
        std::int64_t total = 0;
        std::int64_t done = 0;
        std::string detail;
    };

    std::optional<std::uint64_t> begin(const std::string& title, std::int64_t total) override {
        const std::lock_guard lock(mutex);
        ++begin_calls;
        if (is_missing) return std::nullopt;
        open[++last_id] = {title, total, 0, {}};
        return last_id;
    }
    bool update(std::uint64_t id, std::int64_t done, const std::string& detail) override {
        const std::lock_guard lock(mutex);
        open.at(id).done = done;
        open.at(id).detail = detail;
        return is_cancelled;
    }
    void end(std::uint64_t id, const std::string& outcome) override {
        const std::lock_guard lock(mutex);
        if (open.erase(id) == 0) throw std::logic_error("ended twice");
        outcomes.push_back(outcome);
    }

    std::mutex mutex;
    std::map<std::uint64_t, Shown> open;
    std::vector<std::string> outcomes;
    std::uint64_t last_id = 0;
    int begin_calls = 0;
    bool is_missing = false;    ///< the host has no such display
    bool is_cancelled = false;  ///< the person asked to cancel
};

}  // namespace send_text::testing
