#pragma once

#include <string>
#include <string_view>

namespace validator {

/// As long as this lives, its thread is in this call of the plug-in ("menu.populate"), or the plug-in in this
/// one of the host. They may lie in each other.
class InCall {
  public:
    explicit InCall(std::string_view what);
    ~InCall();

    InCall(const InCall&) = delete;
    InCall& operator=(const InCall&) = delete;

  private:
    std::string what_;
    const InCall* outer_;
    int exceptions_before_;
};

/// Where each thread of a check is, in memory that the runner can still read when the check's process has
/// died.
class CallBoard {
  public:
    /// Forgets what was there. To be called before the process of the check is made. Throws
    /// std::system_error.
    static void clear();

    /// Has this process write down on which thread a signal ends it; what it did with these signals before is
    /// done afterwards.
    static void watch_for_crashes();

    /// The call in which the process ended or hangs, for a sentence: "deactivate"; empty: in none that is
    /// known.
    static std::string last_call();

    /// Where the main thread of this process is; empty in no call, or without a board.
    static std::string main_call();

    /// Whether it was a thread of the plug-in's own that a signal ended, outside of any call.
    static bool was_own_thread();

    /// The innermost call that an exception came out of; empty when there was none.
    static std::string thrown_out_of();
};

}  // namespace validator
