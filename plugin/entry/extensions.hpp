#pragma once

#include <string_view>

#include "staffing/ext/account_actions.h"
#include "staffing/ext/audit.h"
#include "staffing/ext/backup.h"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/menu.h"
#include "staffing/ext/message_logger.h"
#include "staffing/ext/recipient_resolver.h"
#include "staffing/ext/session_events.h"
#include "staffing/ext/settings.h"

namespace send_text {

extern const staffing_menu menu_extension;
extern const staffing_recipient_resolver recipient_resolver_extension;
extern const staffing_message_logger message_logger_extension;
extern const staffing_dialog_events dialog_events_extension;
extern const staffing_external_service external_service_extension;
extern const staffing_settings settings_extension;
extern const staffing_account_actions account_actions_extension;
extern const staffing_audit audit_extension;
extern const staffing_backup backup_extension;
extern const staffing_session_events session_events_extension;

/// The plug-in's table of an extension, or null.
const void* find_extension(std::string_view id);

}  // namespace send_text
