#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/services.hpp"
#include "core/cancellation.hpp"
#include "core/mutex.hpp"
#include "core/periodic_worker.hpp"
#include "core/refusal.hpp"
#include "core/time.hpp"
#include "staffing_cpp/calls_in_flight.hpp"

namespace send_text {

/// The services of an active plug-in. They are made anew when the store moves, and later when it is in use by
/// somebody else at first; calls of the host come to them through here, so that none is among them meanwhile.
/// Threads: the main thread, the host's workers and the retry worker; changes in turn by changing_, calls
/// kept out meanwhile by calls_.
class Runtime {
  public:
    /// What `host` refers to must outlive this.
    explicit Runtime(Host host) : host_(std::move(host)) {}

    /// Opens the store that belongs to a data folder, and starts; while somebody else has it open it is tried
    /// again, by the host's clock, on a thread of its own. Throws StoreError.
    void start(std::string data_folder);

    /// It is about to be stopped: gives up what waits for a carrier, and copies of the store. Calls of the
    /// host may still be inside.
    void begin_to_stop() noexcept {
        if (ending_) ending_->cancel();
    }

    /// Stops: joins all threads. Main thread.
    void stop();

    bool is_started() const { return !data_folder_.empty(); }

    /// The services, for one call of the host. They stay while this lives; not to be kept past the call.
    class Use;

    /// Throws StoreError, with what to do, when there are none just now.
    Use use();

    /// Changes settings; the store is moved when they say so. Returns what is wrong with the values: then
    /// nothing is changed. Any thread but the main one, and not within a Use.
    Problems change_settings(const nlohmann::json& values, const Sender& who);

    /// Makes a backup of the store, one consistent file, while everything goes on. `path` (UTF-8) is a file
    /// that is not there yet; empty: one in the folder `backups` of the data folder, named after the time.
    /// Returns its full path. Throws StoreError. Any thread but the main one, and not within a Use.
    std::string back_up(const std::string& path);

    /// The folder of the backups whose place is not given; it may not be there yet. UTF-8.
    std::string backup_folder() const;

    /// Puts a backup in the place of the store, which is kept beside it, and starts anew with it. When that
    /// fails, everything is as it was. Throws StoreError. Any thread but the main one, and not within a Use.
    void restore(const std::string& path, const Sender& who);

  private:
    /// What is said when the store cannot be closed now.
    struct ClosedWords {
        const char* window_is_open;
        const char* host_is_busy;
    };

    bool is_ending() const { return ending_->is_cancelled(); }
    std::unique_ptr<Services> make_services();
    void wait_for_store(const std::string& outage_reason);
    TimePoint try_again();
    void notify_when_overdue(const std::string& outage_reason);
    Problems move_store(const std::string& address, const nlohmann::json& others_before, const Sender& who);
    void require_not_within_host(const char* what) const;
    std::optional<Refusal> while_closed(const ClosedWords& words, const std::function<void()>& work,
                                        const std::function<void()>& undo);
    std::optional<Refusal> leave_main_thread(const ClosedWords& words);
    std::optional<Refusal> reopen();
    void report_to_services(const std::function<void(Services&)>& what);

    const Host host_;
    std::string data_folder_;  ///< empty: not started
    /// Only orders work: held by who makes or ends services, but for stop, or copies the store. Calls read
    /// the services without it; calls_ keeps them out meanwhile.
    Mutex changing_;
    std::optional<Cancellation> ending_;  ///< made anew by each start
    staffing::CallsInFlight calls_;
    std::unique_ptr<Services> services_;
    std::string outage_reason_;  ///< guarded by calls_, as services_ is: written while no call can come in
    MonotonicTime none_since_{};
    bool are_people_notified_ = false;       ///< that there are none
    std::unique_ptr<PeriodicWorker> retry_;  ///< from when the store could not be had for the first time
};

class Runtime::Use {
  public:
    explicit Use(Runtime& runtime);
    ~Use() { runtime_.calls_.leave(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    Services* operator->() const { return runtime_.services_.get(); }

  private:
    Runtime& runtime_;
};

}  // namespace send_text
