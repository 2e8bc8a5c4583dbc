#pragma once

#include <cstdint>

#include <nlohmann/json_fwd.hpp>

namespace send_text {

/// The host's windows: the plug-in says what one says, the host draws it.
/// Threads: the main thread only.
class DialogWindows {
  public:
    virtual ~DialogWindows() = default;

    /// Opens a window that says `view` (the contract's dialog_view), and returns its id. Throws
    /// std::runtime_error, in words, when the host does not.
    virtual std::uint64_t open(const nlohmann::json& view) = 0;

    /// Changes what it says by a JSON Patch. A host that does not show it, such as one that has closed the
    /// window by itself, hinders nothing: what a person asked for is done all the same.
    virtual void update(std::uint64_t dialog_id, const nlohmann::json& patch) = 0;

    /// The same of closing it.
    virtual void close(std::uint64_t dialog_id) = 0;
};

}  // namespace send_text
