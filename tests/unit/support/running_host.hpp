#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "carrier/carrier_control.hpp"
#include "carrier/carrier_server.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/running_host.hpp"

/// A running host on a main thread of its own, with the seed's people in memory and a simulated carrier.
class Running {
  public:
    static constexpr std::int64_t start_ms = 1'772'474'400'000;  // 2026-03-02T18:00:00Z

    /// `folder`: where the clock is kept, if not in one of its own.
    explicit Running(const std::filesystem::path& folder = {});
    ~Running();

    /// Stops it and waits for its end; the host is still there.
    void end();

    mock_host::RunningHost& host() { return *host_; }
    mock_host::CarrierControl& carrier() { return carrier_; }
    mock_host::StaffingDatabase& database() { return *database_; }
    /// The carrier is there no more.
    void end_carrier() { simulator_.reset(); }

  private:
    void live(const std::filesystem::path& folder);

    const mock_host::TemporaryFolder folder_;
    std::unique_ptr<mock_host::CarrierServer> simulator_;
    mock_host::CarrierControl carrier_;
    const std::unique_ptr<mock_host::StaffingDatabase> database_ = mock_host::StaffingDatabase::in_memory();
    mock_host::RunningHost* host_ = nullptr;

    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_ready_ = false;
    bool has_ended_ = false;
    bool may_go_ = false;
    std::thread main_thread_;
};
