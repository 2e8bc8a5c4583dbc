#include "mock_host/loader/host.hpp"

#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

Host::Host(StaffingDatabase& database, HostOptions options)
    : database_(database),
      options_(std::move(options)),
      log_(options_.data_folder / "mock_host.log", options_.mirror_log_to_stderr),
      main_thread_(bell_),
      notifications_(database.notifications()),
      session_(database) {
    if (options_.clock_start_ms) {
        clock_ = std::make_unique<VirtualClock>(*options_.clock_start_ms, bell_, options_.clock_ahead_ms);
    }
    // The contract says that this folder is emptied between two runs.
    std::filesystem::remove_all(plugin_folder() / "temporary");
    c_ = {sizeof(staffing_host),
          0,
          {STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0},
          this,
          staffing::abi("Mock Host"),
          staffing::abi("Send Text project"),
          staffing::abi("1.0.0"),
          &Host::get_extension};
}

Host::~Host() = default;

std::filesystem::path Host::plugin_folder() const {
    return std::filesystem::absolute(options_.data_folder / "plugin-data" / options_.plugin_id);
}

std::int64_t Host::now_ms() const {
    return clock_ != nullptr ? clock_->now_ms() : system_milliseconds();
}

std::int64_t Host::elapsed_ms() const {
    return clock_ != nullptr ? clock_->elapsed_ms() : steady_milliseconds();
}

void Host::plugin_misbehaves(const std::string& words) {
    log_.write({now_ms(), STAFFING_LOG_PLUGIN_MISBEHAVING, "host", words});
}

void Host::set_in_init(bool in_init) {
    in_init_ = in_init;
    if (in_init) questions_.clear();
}

const void* STAFFING_CALL Host::get_extension(const staffing_host* host, const staffing_string* id) noexcept {
    const void* table = nullptr;
    host_call(host, "host.get_extension", CalledOn::main_thread, nullptr, [&](Host& self) {
        const std::string_view name = staffing::checked_text(id, "the extension's id", 200);
        if (!self.in_init_) {
            throw staffing::StatusError(
                STAFFING_STATUS_WRONG_STATE,
                "The extension " + std::string(name) + " was asked for outside of the plug-in's init.");
        }
        table = self.extension(name);
    });
    return table;
}

const void* Host::extension(std::string_view id) {
    const bool is_withheld =
        options_.without.contains(std::string(id)) || (id == STAFFING_EXT_CLOCK && clock_ == nullptr);
    const void* const table = is_withheld ? nullptr : host_extension(id);
    questions_.push_back({std::string(id), table != nullptr});
    return table;
}

}  // namespace mock_host
