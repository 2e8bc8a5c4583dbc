#pragma once

#include <functional>
#include <thread>

namespace mock_host {

/// Holds SIGINT, SIGTERM and SIGHUP back from this thread and those it makes from now on, so that EndSignals
/// takes them.
void hold_end_signals_back();

/// Waits on a thread of its own for one of these signals. Another one then ends the program at once.
class EndSignals {
  public:
    /// Does `end` at the first signal, on the thread. Throws std::runtime_error.
    explicit EndSignals(std::function<void()> end);
    ~EndSignals();

    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;

  private:
    void wait();

    std::function<void()> end_;
    int signals_ = -1;
    int done_ = -1;
    std::thread thread_;
};

}  // namespace mock_host
