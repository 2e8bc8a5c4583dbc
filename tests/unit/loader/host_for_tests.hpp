#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "staffing_cpp/call.hpp"

/// A host with the seed's people in memory, a virtual clock and a folder of its own.
struct HostForTests {
    static constexpr std::int64_t start_ms = 1'772'463'600'000;  // 2026-03-02T15:00:00Z

    explicit HostForTests(std::set<std::string> without = {}) {
        mock_host::HostOptions options;
        options.data_folder = folder.path();
        options.plugin_id = "com.example.fixture";
        options.without = std::move(without);
        options.clock_start_ms = start_ms;
        host = std::make_unique<mock_host::Host>(*database, options);
        host->session().log_in("aswanson");
    }

    /// A table as a plug-in gets it in its init.
    template <class Table>
    const Table* extension(const char* id) {
        const staffing_string name = staffing::abi(id);
        host->set_in_init(true);
        const void* const table = host->c().get_extension(&host->c(), &name);
        host->set_in_init(false);
        return static_cast<const Table*>(table);
    }

    const staffing_host* c() const { return &host->c(); }

    mock_host::TemporaryFolder folder;
    std::unique_ptr<mock_host::StaffingDatabase> database = mock_host::StaffingDatabase::in_memory();
    std::unique_ptr<mock_host::Host> host;
};
