#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "host/clock_waiters.hpp"
#include "host/open_dialogs.hpp"
#include "host/task_list.hpp"
#include "staffing/host.h"
#include "staffing/record.h"

namespace validator {

/// How a plug-in broke the contract towards the host.
enum class Breach {
    wrong_thread,      ///< a function was called on a thread that it does not allow
    after_deactivate,  ///< the plug-in called after its deactivate had returned
    wrong_state,       ///< get_extension outside of init, functions before it
    bad_pointer,       ///< a host that does not exist any more, something else, or NULL
    bad_argument,      ///< an invalid struct, string or JSON text
    changed_thread,    ///< a worker's call left its thread in another state
};

/// The point of the plug-in's life cycle, as the host knows it.
enum class Phase { created, in_init, ready, active, deactivated };

/// What kind of host it is.
struct HostOptions {
    std::set<std::string> withheld{};              ///< ids of extensions that this host does not have
    std::map<std::string, std::string> lacking{};  ///< by id: the function that is NULL in the table
    staffing_version version{STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0};
    std::uint32_t struct_size = sizeof(staffing_host);
    bool fails = false;  ///< every function that can fail does: something throws behind the glue
    std::int64_t records_per_kind = 40;  ///< employees and contacts 1 … n; all other ids are gone
    std::string folder{};                ///< for the plug-in's files; those of `paths` are made in it
};

/// A host that offers every extension, remembers what it was asked for, and records each breach of the
/// contract. It lives on the thread that made it, the main thread.
class ValidatorHost {
  public:
    explicit ValidatorHost(HostOptions options);
    ~ValidatorHost();

    ValidatorHost(const ValidatorHost&) = delete;
    ValidatorHost& operator=(const ValidatorHost&) = delete;

    const staffing_host* c() const { return &allocated_->host; }
    const HostOptions& options() const { return options_; }

    /// The host behind the contract's pointer, or nullptr when there is no such host.
    static ValidatorHost* find(const staffing_host* host);

    bool is_main_thread() const { return std::this_thread::get_id() == main_thread_; }
    Phase phase() const { return phase_; }
    void set_phase(Phase phase) { phase_ = phase; }

    /// [thread-safe]
    void breached(Breach breach, const std::string& words);
    /// The recorded breaches of these kinds.
    std::vector<std::string> breaches(const std::set<Breach>& of) const;
    /// Breaches with a pointer that belongs to no existing host.
    static std::vector<std::string> breaches_of_nobody();

    /// [thread-safe] Counts a call of the plug-in: "records.get".
    void called(const std::string& function);
    std::uint64_t calls(const std::string& function) const;
    std::uint64_t all_calls() const { return call_count_; }
    std::set<std::string> asked_for() const;

    /// Sets what runs in each call of the plug-in, on its thread, before the call does its work.
    /// [thread-safe]
    void set_on_call(std::function<void(const std::string& function)> on_call);
    void within_call(const std::string& function) const;

    /// From now on every function that can fail does, except the clock's: nobody could wake a thread that
    /// waits in it. [thread-safe]
    void fail_from_now_on() { fails_ = true; }
    bool fails(std::string_view function) const {
        return options_.fails || (fails_ && !function.starts_with("clock."));
    }

    /// Whether somebody is logged in; they may text. [thread-safe]
    bool is_logged_in() const { return is_logged_in_; }
    void set_logged_in(bool is_logged_in) { is_logged_in_ = is_logged_in; }
    /// Whether they may administer, too. [thread-safe]
    bool is_administrator() const { return is_administrator_; }
    void set_administrator(bool is_administrator) { is_administrator_ = is_administrator; }

    TaskList tasks;
    OpenDialogs dialogs;
    ClockWaiters waiters;

    // What the extensions keep; use it only while holding data_mutex.
    mutable std::mutex data_mutex;
    std::map<std::string, std::string> secrets;
    std::map<std::string, std::int64_t> messages;  ///< by key
    std::map<std::uint64_t, std::uint64_t> progresses;
    std::uint64_t last_progress_id = 0;
    std::vector<std::string> log_lines;

  private:
    static const void* STAFFING_CALL get_extension(const staffing_host* host,
                                                   const staffing_string* id) noexcept;

    /// As a later version of the contract would make it: reading past struct_size meets these bytes.
    struct Allocated {
        staffing_host host{};
        std::uint64_t added_later[8] = {~0ULL, ~0ULL, ~0ULL, ~0ULL, ~0ULL, ~0ULL, ~0ULL, ~0ULL};
    };

    HostOptions options_;
    std::thread::id main_thread_ = std::this_thread::get_id();
    std::atomic<Phase> phase_{Phase::created};
    Allocated* allocated_;
    std::map<std::string, std::vector<void (*)()>> incomplete_tables_;  ///< by id
    std::atomic<std::uint64_t> call_count_{0};
    mutable std::mutex mutex_;
    std::vector<std::pair<Breach, std::string>> breaches_;
    std::map<std::string, std::uint64_t> calls_;
    std::set<std::string> asked_for_;
    std::function<void(const std::string&)> on_call_;
    std::atomic<bool> fails_ = false;
    std::atomic<bool> is_logged_in_ = true;
    std::atomic<bool> is_administrator_ = true;
};

}  // namespace validator
