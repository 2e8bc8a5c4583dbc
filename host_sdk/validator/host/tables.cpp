#include "host/tables.hpp"

#include <cstring>
#include <map>

#include "host/extension_tables.hpp"
#include "staffing_cpp/table.hpp"

namespace validator {
namespace {

const std::map<std::string_view, const void*>& tables() {
    static const std::map<std::string_view, const void*> all = {
        {STAFFING_EXT_SESSION, &session_table},
        {STAFFING_EXT_RECORDS, &records_table},
        {STAFFING_EXT_MESSAGE_LOG, &message_log_table},
        {STAFFING_EXT_DIALOGS, &dialogs_table},
        {STAFFING_EXT_CREDENTIALS, &credentials_table},
        {STAFFING_EXT_NOTIFICATIONS, &notifications_table},
        {STAFFING_EXT_PROGRESS, &progress_table},
        {STAFFING_EXT_MAIN_THREAD, &main_thread_table},
        {STAFFING_EXT_THREAD_CHECK, &thread_check_table},
        {STAFFING_EXT_LOG, &log_table},
        {STAFFING_EXT_PATHS, &paths_table},
        {STAFFING_EXT_ORGANIZATION, &organization_table},
        {STAFFING_EXT_CLOCK, &clock_table},
        {STAFFING_EXT_MONOTONIC_CLOCK, &monotonic_clock_table},
    };
    return all;
}

}  // namespace

const std::vector<const char*>& host_extension_ids() {
    static const std::vector<const char*> ids = [] {
        std::vector<const char*> all;
        for (const auto& entry : tables())
            all.push_back(entry.first.data());
        return all;
    }();
    return ids;
}

const void* table_of(std::string_view id) {
    const auto found = tables().find(id);
    return found == tables().end() ? nullptr : found->second;
}

std::vector<void (*)()> table_without(std::string_view id, std::string_view function) {
    std::vector<void (*)()> functions;
    for (const staffing::TableLayout& layout : staffing::table_layouts) {
        if (layout.extension_id != id) continue;
        functions.resize(layout.function_count());
        std::memcpy(functions.data(), table_of(id), layout.size);
        for (std::size_t index = 0; index < functions.size(); ++index)
            if (layout.names[index] == function) functions[index] = nullptr;
    }
    return functions;
}

}  // namespace validator
