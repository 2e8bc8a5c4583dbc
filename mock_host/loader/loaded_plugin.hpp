#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mock_host/loader/plugin_library.hpp"
#include "staffing_cpp/plugin_life.hpp"

namespace mock_host {

class Host;

/// A plug-in in its host: created, initialized, and at the end deactivated and destroyed. The library and the
/// host must outlive it. [main-thread]
class LoadedPlugin {
  public:
    /// entry.init, create, init. Throws staffing::StatusError with the plug-in's error text.
    LoadedPlugin(const PluginLibrary& library, Host& host);
    ~LoadedPlugin();

    LoadedPlugin(const LoadedPlugin&) = delete;
    LoadedPlugin& operator=(const LoadedPlugin&) = delete;

    void activate();
    /// Drops the tasks that the plug-in posted and that did not run, and closes its dialogs.
    void deactivate();

    const staffing::PluginLife& life() const { return *life_; }

    /// The ids of those extensions of a plug-in that this one offers.
    std::vector<std::string> offered_extensions() const;

  private:
    void forget_what_it_left();
    void note_incomplete_tables() const;

    Host& host_;
    std::unique_ptr<staffing::PluginLife> life_;
};

}  // namespace mock_host
