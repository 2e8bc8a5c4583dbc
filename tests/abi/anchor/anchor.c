/* One typed pointer for each extension's table and each struct that begins a journey through the contract.
 * Tables travel as const void*, so a tool that compares two libraries sees their types only here. */
#include "staffing/entry.h"
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

#define ANCHOR(type) STAFFING_EXPORT const type* anchor_of_##type = NULL

ANCHOR(staffing_plugin_entry);
ANCHOR(staffing_host);
ANCHOR(staffing_plugin);
ANCHOR(staffing_account_actions);
ANCHOR(staffing_audit);
ANCHOR(staffing_backup);
ANCHOR(staffing_clock);
ANCHOR(staffing_credentials);
ANCHOR(staffing_dialog_events);
ANCHOR(staffing_dialogs);
ANCHOR(staffing_external_service);
ANCHOR(staffing_log);
ANCHOR(staffing_main_thread);
ANCHOR(staffing_menu);
ANCHOR(staffing_message_log);
ANCHOR(staffing_message_logger);
ANCHOR(staffing_monotonic_clock);
ANCHOR(staffing_notifications);
ANCHOR(staffing_organization);
ANCHOR(staffing_paths);
ANCHOR(staffing_progress);
ANCHOR(staffing_recipient_resolver);
ANCHOR(staffing_records);
ANCHOR(staffing_session);
ANCHOR(staffing_session_events);
ANCHOR(staffing_settings);
ANCHOR(staffing_thread_check);
