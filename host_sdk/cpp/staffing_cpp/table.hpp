#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <string_view>

#include "staffing/ext/account_actions.h"
#include "staffing/ext/audit.h"
#include "staffing/ext/backup.h"
#include "staffing/ext/clock.h"
#include "staffing/ext/credentials.h"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/dialogs.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/log.h"
#include "staffing/ext/main_thread.h"
#include "staffing/ext/menu.h"
#include "staffing/ext/message_log.h"
#include "staffing/ext/message_logger.h"
#include "staffing/ext/monotonic_clock.h"
#include "staffing/ext/notifications.h"
#include "staffing/ext/organization.h"
#include "staffing/ext/paths.h"
#include "staffing/ext/progress.h"
#include "staffing/ext/recipient_resolver.h"
#include "staffing/ext/records.h"
#include "staffing/ext/session.h"
#include "staffing/ext/session_events.h"
#include "staffing/ext/settings.h"
#include "staffing/ext/thread_check.h"

// The tables of extensions. A table consists only of function pointers, none of which may be NULL: check a
// table of the other side before calling through it.
namespace staffing {

/// The table of an extension: its functions by name, in their order.
struct TableLayout {
    std::string_view extension_id;
    std::size_t size;  ///< in bytes
    std::array<const char*, 6> names;

    constexpr std::size_t function_count() const { return size / sizeof(void (*)()); }
};

/// All tables of the contract.
inline constexpr TableLayout table_layouts[] = {
    {STAFFING_EXT_ACCOUNT_ACTIONS, sizeof(staffing_account_actions), {"perform"}},
    {STAFFING_EXT_AUDIT, sizeof(staffing_audit), {"read"}},
    {STAFFING_EXT_BACKUP, sizeof(staffing_backup), {"back_up", "restore", "list"}},
    {STAFFING_EXT_CLOCK,
     sizeof(staffing_clock),
     {"now_milliseconds", "open_waiter", "wait_until", "wake", "close_waiter"}},
    {STAFFING_EXT_CREDENTIALS, sizeof(staffing_credentials), {"put", "get", "remove"}},
    {STAFFING_EXT_DIALOG_EVENTS, sizeof(staffing_dialog_events), {"on_event"}},
    {STAFFING_EXT_DIALOGS, sizeof(staffing_dialogs), {"open", "update", "close"}},
    {STAFFING_EXT_EXTERNAL_SERVICE,
     sizeof(staffing_external_service),
     {"describe", "validate", "test", "save", "remove", "list"}},
    {STAFFING_EXT_LOG, sizeof(staffing_log), {"write"}},
    {STAFFING_EXT_MAIN_THREAD, sizeof(staffing_main_thread), {"post"}},
    {STAFFING_EXT_MENU, sizeof(staffing_menu), {"populate", "perform"}},
    {STAFFING_EXT_MESSAGE_LOG, sizeof(staffing_message_log), {"add", "action_codes"}},
    {STAFFING_EXT_MESSAGE_LOGGER,
     sizeof(staffing_message_logger),
     {"flush", "flush_record", "record_merged", "record_deleted"}},
    {STAFFING_EXT_MONOTONIC_CLOCK, sizeof(staffing_monotonic_clock), {"elapsed_milliseconds"}},
    {STAFFING_EXT_NOTIFICATIONS, sizeof(staffing_notifications), {"show"}},
    {STAFFING_EXT_ORGANIZATION, sizeof(staffing_organization), {"branch_name", "rep_name"}},
    {STAFFING_EXT_PATHS, sizeof(staffing_paths), {"get"}},
    {STAFFING_EXT_PROGRESS, sizeof(staffing_progress), {"begin", "update", "end"}},
    {STAFFING_EXT_RECIPIENT_RESOLVER, sizeof(staffing_recipient_resolver), {"start", "cancel"}},
    {STAFFING_EXT_RECORDS, sizeof(staffing_records), {"get", "find_by_phone", "update_method"}},
    {STAFFING_EXT_SESSION, sizeof(staffing_session), {"get_user", "has_permission"}},
    {STAFFING_EXT_SESSION_EVENTS, sizeof(staffing_session_events), {"changed"}},
    {STAFFING_EXT_SETTINGS, sizeof(staffing_settings), {"describe", "values", "change"}},
    {STAFFING_EXT_THREAD_CHECK, sizeof(staffing_thread_check), {"is_main_thread"}},
};

static_assert(std::all_of(std::begin(table_layouts), std::end(table_layouts), [](const TableLayout& layout) {
    const auto has_name = [](const char* name) { return name != nullptr; };
    return static_cast<std::size_t>(std::count_if(layout.names.begin(), layout.names.end(), has_name)) ==
           layout.function_count();
}));

/// The name of the first function that an extension's table lacks; empty: it has all of them, or the contract
/// does not have the extension.
inline std::string_view missing_function(std::string_view extension_id, const void* table) {
    for (const TableLayout& layout : table_layouts) {
        if (layout.extension_id != extension_id) continue;
        for (std::size_t index = 0; index < layout.function_count(); ++index) {
            void (*function)() = nullptr;
            std::memcpy(&function, static_cast<const char*>(table) + index * sizeof function,
                        sizeof function);
            if (function == nullptr) return layout.names[index];
        }
    }
    return {};
}

/// The other side's table of an extension; nullptr also when it lacks a function, which counts as not having
/// the extension.
inline const void* complete_table(std::string_view extension_id, const void* table) {
    return table != nullptr && missing_function(extension_id, table).empty() ? table : nullptr;
}

}  // namespace staffing
