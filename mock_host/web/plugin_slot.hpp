#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "mock_host/web/running_host.hpp"

namespace mock_host {

class LoadedPlugin;
class PluginLibrary;

/// The host's place for a plug-in. What is loaded can be called from any thread while it is open; the rest is
/// for the main thread.
class PluginSlot {
  public:
    /// Makes or finds the host of a plug-in by its id.
    using HostOf = std::function<Host&(const std::string& plugin_id)>;

    /// `call_ended` is told on the caller's thread.
    PluginSlot(HostOf host_of, std::function<void()> call_ended);
    ~PluginSlot();

    /// [main-thread] Loads, starts and opens; the slot is empty. Throws what went wrong; then it is empty
    /// still.
    void load(const std::string& path);
    /// [main-thread] Refuses calls from now on; those under way go on.
    void close();
    /// [main-thread] Ends the plug-in and lets its library go; closed, and no call is under way.
    void unload();

    /// [thread-safe] Does `work` on the calling thread; the plug-in stays until it returns. Throws NoPlugin.
    void call(const std::function<void(Host&, const PluginCalls&)>& work);
    std::size_t calls_under_way() const;  ///< [thread-safe]

    PluginStatus status() const;  ///< [thread-safe]

  private:
    struct Loaded;

    const Loaded& enter();
    void leave();

    HostOf host_of_;
    std::function<void()> call_ended_;
    std::unique_ptr<Loaded> loaded_;
    mutable std::mutex mutex_;  // over all that follows
    bool is_open_ = false;
    std::size_t calls_ = 0;
    PluginStatus status_;
};

}  // namespace mock_host
