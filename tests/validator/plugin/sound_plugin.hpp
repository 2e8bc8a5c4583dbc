#pragma once

#include "staffing/entry.h"
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

namespace sound {

/// All that the plug-in hands to a host. Each broken plug-in changes something of it.
struct Tables {
    const staffing_plugin_entry* (*give_entry)();  ///< what the exported function does
    staffing_plugin_entry entry;
    staffing_plugin_descriptor descriptor;
    staffing_plugin plugin;  ///< what create fills a plug-in with, apart from its plugin_data
    staffing_menu menu;
    staffing_dialog_events dialog_events;
    staffing_recipient_resolver resolver;
    staffing_message_logger logger;
    staffing_external_service service;
    staffing_settings settings;
    staffing_account_actions account_actions;
    staffing_audit audit;
    staffing_backup backup;
    staffing_session_events session_events;
};

/// The tables without a defect, to call through.
const Tables& sound();

/// The tables that are in force.
Tables& tables();

}  // namespace sound

/// What is wrong with this plug-in; defined once in each. Called before the host sees anything.
void break_it(sound::Tables& tables);
