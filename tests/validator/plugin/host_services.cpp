#include "host_services.hpp"

#include "staffing_cpp/call.hpp"
#include "staffing_cpp/table.hpp"

namespace sound {

using staffing::abi;

void HostServices::ask() {
    const auto get = [&](const char* id, auto& table) {
        const staffing_string name = abi(id);
        const void* const given = host->get_extension(host, &name);
        table = static_cast<std::remove_reference_t<decltype(table)>>(staffing::complete_table(id, given));
    };
    get(STAFFING_EXT_SESSION, session);
    get(STAFFING_EXT_RECORDS, records);
    get(STAFFING_EXT_MESSAGE_LOG, message_log);
    get(STAFFING_EXT_DIALOGS, dialogs);
    get(STAFFING_EXT_CREDENTIALS, credentials);
    get(STAFFING_EXT_NOTIFICATIONS, notifications);
    get(STAFFING_EXT_PROGRESS, progress);
    get(STAFFING_EXT_MAIN_THREAD, main_thread);
    get(STAFFING_EXT_THREAD_CHECK, thread_check);
    get(STAFFING_EXT_LOG, log_table);
    get(STAFFING_EXT_PATHS, paths);
    get(STAFFING_EXT_CLOCK, clock);
    get(STAFFING_EXT_MONOTONIC_CLOCK, monotonic_clock);
}

bool HostServices::is_main_thread() const {
    if (thread_check != nullptr) return thread_check->is_main_thread(host) != 0;
    return std::this_thread::get_id() == made_on_;
}

void HostServices::log(staffing_log_severity severity, std::string_view line) const {
    if (log_table == nullptr) return;
    const staffing_string text = abi(line);
    log_table->write(host, severity, &text);
}

std::string HostServices::data_folder() const {
    if (paths == nullptr) return {};
    const staffing::StringCollector path;
    const staffing_status status = paths->get(host, STAFFING_PATH_DATA, path.sink(), nullptr);
    return status == STAFFING_STATUS_OK ? path.text() : std::string();
}

}  // namespace sound
