#include "entry/extensions.hpp"

namespace send_text {

const void* find_extension(std::string_view id) {
    const struct {
        std::string_view id;
        const void* table;
    } extensions[] = {
        {STAFFING_EXT_MENU, &menu_extension},
        {STAFFING_EXT_RECIPIENT_RESOLVER, &recipient_resolver_extension},
        {STAFFING_EXT_MESSAGE_LOGGER, &message_logger_extension},
        {STAFFING_EXT_DIALOG_EVENTS, &dialog_events_extension},
        {STAFFING_EXT_EXTERNAL_SERVICE, &external_service_extension},
        {STAFFING_EXT_SETTINGS, &settings_extension},
        {STAFFING_EXT_ACCOUNT_ACTIONS, &account_actions_extension},
        {STAFFING_EXT_AUDIT, &audit_extension},
        {STAFFING_EXT_BACKUP, &backup_extension},
        {STAFFING_EXT_SESSION_EVENTS, &session_events_extension},
    };
    for (const auto& extension : extensions) {
        if (extension.id == id) return extension.table;
    }
    return nullptr;
}

}  // namespace send_text
