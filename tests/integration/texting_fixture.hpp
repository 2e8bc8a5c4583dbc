#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "carrier/carrier_control.hpp"
#include "mock_host/app/carrier_process.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/loader/loaded_plugin.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/staffing/staffing_database.hpp"

/// A host with Send Text in it, in which aswanson can text from the line +16515550100 through a simulated
/// carrier. Its clock stands still at 2026-03-02T18:00:00Z until it is moved.
struct TextingFixture {
    static constexpr std::chrono::seconds guard{60};  ///< only against a hang

    /// `settings` are set before the account is saved.
    explicit TextingFixture(nlohmann::json settings = nlohmann::json::object());

    void start();
    mock_host::PluginCalls plugin() const { return mock_host::PluginCalls(loaded->life()); }

    /// What is wrong with them, by key; none: they are changed.
    std::map<std::string, std::string> change(const nlohmann::json& settings);

    /// Opens the dialog for employee 5814; its id.
    std::uint64_t open_compose();
    void text(const std::string& body);

    /// Lets time pass, minute by minute.
    void advance_minutes(int minutes);

    /// What a rep was told under a title, oldest first. 0: whoever administers.
    std::vector<std::string> notifications(std::int64_t rep_id, const std::string& title);

    /// All texts on all handsets.
    std::size_t texts_received();

    mock_host::TemporaryFolder folder;
    mock_host::CarrierProcess simulator{CARRIER_SIMULATOR};
    mock_host::CarrierControl carrier{simulator.url()};
    std::unique_ptr<mock_host::StaffingDatabase> database = mock_host::StaffingDatabase::in_memory();
    mock_host::PluginLibrary library{SEND_TEXT};
    std::optional<mock_host::Host> host;
    std::optional<mock_host::LoadedPlugin> loaded;
};
