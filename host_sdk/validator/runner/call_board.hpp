#pragma once

#include <string>
#include <string_view>

namespace validator {

/// While this exists, its thread is in this call of the plug-in ("menu.populate"), or the plug-in is in this
/// call of the host. Calls may be nested.
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

/// Where each thread of a check is, in memory that the runner can still read after the check's process has
/// died.
class CallBoard {
  public:
    /// Clears the board. Call it before the check's process is made. Throws std::system_error.
    static void clear();

    /// Makes this process record on which thread a signal ends it; the earlier handlers run afterwards.
    static void watch_for_crashes();

    /// The call in which the process ended or hangs, for a sentence: "deactivate"; empty if unknown.
    static std::string last_call();

    /// The call that the main thread of this process is in; empty if it is in none, or without a board.
    static std::string main_call();

    /// Whether a signal ended one of the plug-in's own threads, outside of any call.
    static bool was_own_thread();

    /// The innermost call that an exception came out of; empty when there was none.
    static std::string thrown_out_of();
};

}  // namespace validator
