#include "support/running_host.hpp"

#include <condition_variable>
#include <mutex>

namespace {

std::unique_ptr<mock_host::CarrierServer> started_simulator() {
    auto simulator = std::make_unique<mock_host::CarrierServer>();
    simulator->start();
    return simulator;
}

}  // namespace

Running::Running(const std::filesystem::path& folder)
    : simulator_(started_simulator()), carrier_(simulator_->base_url()) {
    main_thread_ = std::thread([this, folder] { live(folder.empty() ? folder_.path() : folder); });
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return is_ready_; });
}

Running::~Running() {
    end();
    {
        const std::lock_guard lock(mutex_);
        may_go_ = true;
    }
    changed_.notify_all();
    main_thread_.join();
}

void Running::end() {
    host_->stop();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return has_ended_; });
}

void Running::live(const std::filesystem::path& folder) {
    mock_host::RunningHostOptions options;
    options.data_folder = folder;
    options.carrier_url = simulator_->base_url();
    options.clock_start_ms = start_ms;
    mock_host::RunningHost host(*database_, carrier_, options);
    {
        const std::lock_guard lock(mutex_);
        host_ = &host;
        is_ready_ = true;
    }
    changed_.notify_all();
    host.run();
    std::unique_lock lock(mutex_);
    has_ended_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return may_go_; });
}
