#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mock_host {

class CarrierControl;
class EventHub;
class Host;
class PluginCalls;
class RunningHost;
class StaffingDatabase;
class VerdictJobs;

/// What was asked for needs a plug-in and none is active, in words.
class NoPlugin : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The plug-in as GET /api/plugin shows it.
struct PluginStatus {
    std::string state = "none";  ///< "active", "none" or "failed"
    std::string path;            ///< of the library that is loaded, or was at last
    std::string error;           ///< why it failed, in words
    // What the plug-in says of itself; empty when it is not active.
    std::string id;
    std::string name;
    std::string vendor;
    std::string version;
    std::string description;
    std::string contract;             ///< the version of the contract that it is built for, "1.2.0"
    std::vector<std::string> offers;  ///< the extensions it offers
    struct Question {
        std::string id;
        bool is_given = false;
    };
    std::vector<Question> asked;            ///< the host's extensions that it asked for
    std::vector<std::string> misbehaviour;  ///< what it did against the contract, a line for each
};

struct RunningHostOptions {
    std::filesystem::path data_folder;  ///< is there
    std::string carrier_url;
    std::int64_t clock_start_ms = 0;  ///< where the clock begins that no earlier run has kept in the folder
    bool mirror_log_to_stderr = false;
    /// Called once for each plug-in that is loaded, by its id, on the thread that had it loaded.
    std::function<void(RunningHost&)> prepare_plugin;
};

/// The host that the screens show, with the plug-in in it: its main thread, its clock, and who wants to know
/// what changed. The main thread is the one that makes this object; all but run() is for any thread.
class RunningHost {
  public:
    /// Database and carrier must outlive it; the carrier's clock is set. Throws std::runtime_error, in words,
    /// when the data folder cannot be used.
    RunningHost(StaffingDatabase& database, CarrierControl& carrier, RunningHostOptions options);
    ~RunningHost();

    RunningHost(const RunningHost&) = delete;
    RunningHost& operator=(const RunningHost&) = delete;

    StaffingDatabase& database();
    CarrierControl& carrier();
    const std::string& carrier_url() const;
    const std::string& run_id() const;  ///< random, of this run
    std::int64_t now_ms() const;        ///< what the host's clock shows
    std::int64_t right_ms() const;      ///< what it would show if it were right
    std::int64_t clock_ahead_ms() const;
    EventHub& events();
    VerdictJobs& verdicts();

    /// Does `work` on the main thread and returns when it is done; throws what it throws. From the main
    /// thread itself it is done at once. The Host is another one after another plug-in was loaded: keep no
    /// reference. Throws ApiError (503) when the host is ending.
    void on_main_thread(const std::function<void(Host&)>& work);
    /// The same, with the plug-in. Throws NoPlugin when none is active.
    void with_plugin_on_main_thread(const std::function<void(Host&, const PluginCalls&)>& work);
    /// For [worker] and [thread-safe] functions of the plug-in: does `work` on the calling thread, which is
    /// not the main one; the plug-in stays until it returns. Throws NoPlugin when none is active or it is
    /// just being unloaded.
    void with_plugin(const std::function<void(Host&, const PluginCalls&)>& work);
    /// The same for the host itself, whoever is logged in (ActingAsAdministrator).
    void with_plugin_as_administrator(const std::function<void(Host&, const PluginCalls&)>& work);

    PluginStatus plugin() const;
    /// These return when it is done, and are not for the main thread nor for within with_plugin. A plug-in
    /// that is there is unloaded first, its calls under way being waited for. What goes wrong is thrown as
    /// ApiError (409), and plugin() tells it too.
    void load(const std::filesystem::path& library);
    void unload();  ///< nothing when there is none
    void reload();  ///< the last one again; throws NoPlugin when there was none

    /// Lets time pass, for the carrier too. Throws std::invalid_argument, in words, for
    /// less than nothing.
    void advance_clock(std::int64_t milliseconds);

    /// Sets the host's clock: from now on it is so far ahead of the right time (behind: less than 0). No time
    /// passes, and the carrier's clock stays right.
    void set_clock_ahead(std::int64_t milliseconds);

    /// Sets the carrier's clock, which otherwise follows the right time once a second.
    void set_carrier_clock();

    /// Tells all pages that a topic (docs of /api/events) changed.
    void changed(std::string_view topic);

    /// [main-thread] Runs the host until stop() is called; then the plug-in is unloaded and those who wait
    /// for the main thread are told that the host is ending.
    void run();
    void stop();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace mock_host
