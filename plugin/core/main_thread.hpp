#pragma once

#include <functional>

namespace send_text {

/// The host's main thread.
class MainThread {
  public:
    virtual ~MainThread() = default;

    /// Runs `task` there, later; never inside this call. Any thread. What is left when the plug-in stops is
    /// dropped.
    virtual void post(std::function<void()> task) = 0;

    /// Takes tasks again, after a stop.
    virtual void start() {}

    /// Drops what waits, and all that comes.
    virtual void stop() {}
};

}  // namespace send_text
