#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "host/live_plugin.hpp"
#include "staffing/ext/recipient_resolver.h"

namespace validator {

/// The plug-in's resolver. Throws Skipped when it has none.
const staffing_recipient_resolver& resolver_of(const LivePlugin& plugin);

/// recipient_resolver.cancel, with any result. The plug-in must have a resolver.
staffing_status cancel(const LivePlugin& plugin, std::uint64_t job_id);

/// Listens to one resolution and records what was wrong.
class Resolution {
  public:
    Resolution() = default;
    Resolution(const Resolution&) = delete;
    Resolution& operator=(const Resolution&) = delete;

    Answer start(const LivePlugin& plugin, const std::vector<staffing_record_ref>& records);

    /// Waits for its end, running the main thread's tasks.
    void wait(const LivePlugin& plugin);
    /// Waits for the first recipients or the end.
    void wait_for_partial(const LivePlugin& plugin);

    std::uint64_t job_id() const { return job_id_; }
    std::vector<staffing_record_ref> records() const;
    int completions() const;
    staffing_status status() const;
    /// Sentences; empty when nothing was wrong.
    std::vector<std::string> problems() const;

    /// Runs at the first partial, on the plug-in's thread.
    std::function<void()> at_first_partial;

  private:
    void add(const staffing_recipient* recipient);
    static void STAFFING_CALL partial(void* context, const staffing_recipient* const* recipients,
                                      std::uint64_t count) noexcept;
    static void STAFFING_CALL complete(void* context, staffing_status status,
                                       const staffing_string* message) noexcept;

    mutable std::mutex mutex_;
    std::thread::id main_thread_ = std::this_thread::get_id();
    std::uint64_t job_id_ = 0;
    std::vector<staffing_record_ref> records_;
    int partials_ = 0;
    int completions_ = 0;
    staffing_status status_ = STAFFING_STATUS_UNSPECIFIED;
    std::vector<std::string> problems_;
    const staffing_resolution_listener listener_{sizeof(staffing_resolution_listener), 0, this,
                                                 &Resolution::partial, &Resolution::complete};
};

}  // namespace validator
