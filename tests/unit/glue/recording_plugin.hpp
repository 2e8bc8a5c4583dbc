#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "staffing/ext/settings.h"
#include "staffing_cpp/plugin_export.hpp"
#include "staffing_cpp/text.hpp"

/// A plug-in that writes down what happens to it in the host's data, and fails where it is told to.
struct Journal {
    std::vector<std::string> steps;
    std::string failing_step;
    std::function<void(const std::string& name)> within_step;
    bool is_calling_host = false;
    bool knows_main_thread = false;
    std::vector<std::string> misbehaviour;  ///< of the host

    void step(const std::string& name) {
        steps.push_back(name);
        if (within_step) within_step(name);
        if (name == failing_step)
            throw staffing::StatusError(STAFFING_STATUS_UNAVAILABLE, name + " does not work.");
    }
};

class RecordingPlugin {
  public:
    explicit RecordingPlugin(const staffing_host& host) : journal_(*static_cast<Journal*>(host.host_data)) {
        journal_.step("create");
    }
    ~RecordingPlugin() { journal_.steps.push_back("destroy"); }
    RecordingPlugin(const RecordingPlugin&) = delete;
    RecordingPlugin& operator=(const RecordingPlugin&) = delete;

    void init() { journal_.step("init"); }
    void activate() { journal_.step("activate"); }
    void deactivate() { journal_.step("deactivate"); }
    const void* extension(std::string_view id) {
        if (id == STAFFING_EXT_SETTINGS) return &without_functions;
        return id == "recording.table/1" ? &table : nullptr;
    }
    bool is_calling_host() const { return journal_.is_calling_host; }
    bool knows_main_thread() const { return journal_.knows_main_thread; }
    void host_misbehaves(std::string_view words) { journal_.misbehaviour.emplace_back(words); }

    static inline const int table = 7;
    static inline const staffing_settings without_functions{};

  private:
    Journal& journal_;
};

inline const staffing_plugin_descriptor recording_descriptor{sizeof(staffing_plugin_descriptor),
                                                             0,
                                                             staffing::abi("org.example.recording"),
                                                             staffing::abi("Recording Plug-in"),
                                                             staffing::abi("Example"),
                                                             staffing::abi("1.0.0"),
                                                             staffing::abi("Writes down what happens to it."),
                                                             staffing::abi("")};

using RecordingExport = staffing::PluginExport<RecordingPlugin, recording_descriptor>;

/// A host of our own version whose data is the journal.
struct JournalHost {
    Journal journal;
    staffing_host host{sizeof(staffing_host),
                       0,
                       {STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0},
                       &journal,
                       staffing::abi("Test Host"),
                       staffing::abi("Example"),
                       staffing::abi("1"),
                       [](const staffing_host*, const staffing_string*) -> const void* { return nullptr; }};
};
