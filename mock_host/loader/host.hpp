#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mock_host/loader/bell.hpp"
#include "mock_host/loader/dialogs.hpp"
#include "mock_host/loader/log.hpp"
#include "mock_host/loader/main_thread.hpp"
#include "mock_host/loader/notifications.hpp"
#include "mock_host/loader/progress.hpp"
#include "mock_host/loader/session.hpp"
#include "mock_host/loader/virtual_clock.hpp"
#include "staffing/host.h"

namespace mock_host {

struct HostOptions {
    std::filesystem::path data_folder;           ///< must exist; the plug-in's folders and the log are in it
    std::string plugin_id;                       ///< separates the folders and credentials of plug-ins
    std::set<std::string> without;               ///< ids of extensions that this host does not offer
    std::optional<std::int64_t> clock_start_ms;  ///< nothing: the system's time, and no clock extension
    std::int64_t clock_ahead_ms = 0;  ///< how far that is ahead of the right time (behind: less than 0)
    bool mirror_log_to_stderr = false;
};

/// The host of one plug-in: the services behind its extensions, and the struct that the plug-in receives.
/// Make it on the main thread; it must outlive the plug-in.
class Host {
  public:
    Host(StaffingDatabase& database, HostOptions options);
    ~Host();

    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    const staffing_host& c() const { return c_; }
    const std::string& plugin_id() const { return options_.plugin_id; }
    const std::filesystem::path& data_folder() const { return options_.data_folder; }
    std::filesystem::path plugin_folder() const;
    std::int64_t now_ms() const;      ///< what the clock shows [thread-safe]
    std::int64_t elapsed_ms() const;  ///< the time since a fixed moment [thread-safe]

    StaffingDatabase& database() { return database_; }
    Bell& bell() { return bell_; }
    HostLog& log() { return log_; }
    MainThread& main_thread() { return main_thread_; }
    const MainThread& main_thread() const { return main_thread_; }
    VirtualClock* virtual_clock() { return clock_.get(); }  ///< nullptr: the system's time
    Dialogs& dialogs() { return dialogs_; }
    Notifications& notifications() { return notifications_; }
    Progresses& progresses() { return progresses_; }
    LoginSession& session() { return session_; }
    const LoginSession& session() const { return session_; }

    /// Records how the plug-in broke the contract. [thread-safe]
    void plugin_misbehaves(const std::string& words);

    /// An extension that the plug-in asked for.
    struct Question {
        std::string id;
        bool is_given = false;
    };
    const std::vector<Question>& questions() const { return questions_; }
    /// The plug-in may ask for extensions only during init.
    void set_in_init(bool in_init);

  private:
    static const void* STAFFING_CALL get_extension(const staffing_host* host,
                                                   const staffing_string* id) noexcept;
    const void* extension(std::string_view id);

    StaffingDatabase& database_;
    const HostOptions options_;
    staffing_host c_{};
    Bell bell_;
    HostLog log_;
    MainThread main_thread_;
    std::unique_ptr<VirtualClock> clock_;
    Dialogs dialogs_;
    Notifications notifications_;
    Progresses progresses_;
    LoginSession session_;
    bool in_init_ = false;
    std::vector<Question> questions_;
};

}  // namespace mock_host
