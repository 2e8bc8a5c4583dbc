#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace send_text {

/// Where the host shows how far something long has come, outside of any window. Does not block.
/// Threads: any.
class ProgressDisplay {
  public:
    virtual ~ProgressDisplay() = default;

    /// Shows something of so many steps that a person may cancel, and returns its id; nothing when the host
    /// cannot.
    virtual std::optional<std::uint64_t> begin(const std::string& title, std::int64_t total) = 0;

    /// Says how many steps are done, and what is going on. Returns whether the person asked to cancel.
    virtual bool update(std::uint64_t id, std::int64_t done, const std::string& detail) = 0;

    /// It is over, with what came of it.
    virtual void end(std::uint64_t id, const std::string& outcome) = 0;
};

}  // namespace send_text
