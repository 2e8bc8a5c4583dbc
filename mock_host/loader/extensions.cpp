#include "mock_host/loader/extensions.hpp"

#include <array>
#include <utility>

namespace mock_host {

namespace {

using Extension = std::pair<std::string_view, const void*>;

const std::array<Extension, 14>& extensions() {
    static const std::array<Extension, 14> all{{
        {STAFFING_EXT_CLOCK, &clock_table()},
        {STAFFING_EXT_CREDENTIALS, &credentials_table()},
        {STAFFING_EXT_DIALOGS, &dialogs_table()},
        {STAFFING_EXT_LOG, &log_table()},
        {STAFFING_EXT_MAIN_THREAD, &main_thread_table()},
        {STAFFING_EXT_MESSAGE_LOG, &message_log_table()},
        {STAFFING_EXT_MONOTONIC_CLOCK, &monotonic_clock_table()},
        {STAFFING_EXT_NOTIFICATIONS, &notifications_table()},
        {STAFFING_EXT_ORGANIZATION, &organization_table()},
        {STAFFING_EXT_PATHS, &paths_table()},
        {STAFFING_EXT_PROGRESS, &progress_table()},
        {STAFFING_EXT_RECORDS, &records_table()},
        {STAFFING_EXT_SESSION, &session_table()},
        {STAFFING_EXT_THREAD_CHECK, &thread_check_table()},
    }};
    return all;
}

}  // namespace

std::vector<std::string> host_extension_ids() {
    std::vector<std::string> ids;
    for (const auto& [id, table] : extensions())
        ids.emplace_back(id);
    return ids;
}

const void* host_extension(std::string_view id) {
    for (const auto& [known, table] : extensions()) {
        if (known == id) return table;
    }
    return nullptr;
}

}  // namespace mock_host
