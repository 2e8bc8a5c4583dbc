#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/loaded_plugin.hpp"
#include "mock_host/loader/plugin_calls.hpp"

namespace mock_host {

class CarrierControl;
class Transcript;

/// What a scenario is played on: the host, the plug-in in it, the carrier, and who watches. [main-thread]
class Stage {
  public:
    /// Longest time of the system that the plug-in may be at work between two steps: only against a hang.
    static constexpr std::chrono::seconds guard{60};

    /// All must outlive it but the library.
    Stage(StaffingDatabase& database, Host& host, std::unique_ptr<PluginLibrary> library,
          CarrierControl& carrier, Transcript& transcript);
    ~Stage();

    void start_plugin();
    void stop_plugin();
    /// Ends and unloads the plug-in, loads it and starts it again.
    void restart_plugin();

    StaffingDatabase& database() { return database_; }
    Host& host() { return host_; }
    CarrierControl& carrier() { return carrier_; }
    Transcript& transcript() { return transcript_; }
    PluginCalls plugin() const { return PluginCalls(plugin_->life()); }
    bool is_real_time() { return host_.virtual_clock() == nullptr; }

    /// Lets the plug-in do what there is to do now. In real time nobody knows when that is, and only what it
    /// has posted is run.
    void settle();
    /// Checks after settling; in real time again and again until it throws NotAsStated no more or the guard
    /// has passed. So a check may do something at its end, when all that it needs is there.
    void expect(const std::function<void()>& check);
    /// Calls a [worker] function of the plug-in; while the scenario is prepared, for the host itself
    /// (ActingAsAdministrator).
    void on_worker(std::function<void()> work);

    /// The dialog on top. Throws NotAsStated when none is open.
    std::uint64_t top_dialog();

    /// A record written as "employee:5814". Throws ScenarioError for another form; it need not be there.
    static RecordKey record(const std::string& text);
    /// "Dominic Proke (employee 5814)".
    std::string name_of(const RecordKey& key);

    struct OpenMenu {
        MenuTarget target;
        std::vector<MenuItem> items;
    };
    bool is_preparing = false;                   ///< before the first step
    std::optional<OpenMenu> menu;                ///< the last that was opened
    std::vector<std::string> saved_lines;        ///< the lines (E.164) of the scenario's accounts
    std::map<std::string, std::string> backups;  ///< path by the name that the scenario gave

  private:
    StaffingDatabase& database_;
    Host& host_;
    std::unique_ptr<PluginLibrary> library_;
    std::unique_ptr<LoadedPlugin> plugin_;
    CarrierControl& carrier_;
    Transcript& transcript_;
};

}  // namespace mock_host
