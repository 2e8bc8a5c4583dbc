#pragma once

// The endpoints by subject, each in a file of its own.
namespace mock_host {

class Routes;

void add_frame_routes(Routes& routes);     ///< frame
void add_session_routes(Routes& routes);   ///< session
void add_clock_routes(Routes& routes);     ///< clock
void add_search_routes(Routes& routes);    ///< employees, contacts (employees_and_contacts.cpp)
void add_record_routes(Routes& routes);    ///< records and their contact methods
void add_message_routes(Routes& routes);   ///< records/…/messages, action_codes
void add_hotlist_routes(Routes& routes);   ///< hotlists
void add_verdict_routes(Routes& routes);   ///< verdicts
void add_menu_routes(Routes& routes);      ///< menu
void add_dialog_routes(Routes& routes);    ///< dialogs
void add_notice_routes(Routes& routes);    ///< notifications, progresses
void add_setting_routes(Routes& routes);   ///< settings
void add_account_routes(Routes& routes);   ///< accounts
void add_audit_routes(Routes& routes);     ///< audit
void add_store_routes(Routes& routes);     ///< store: backups
void add_timeline_routes(Routes& routes);  ///< timeline
void add_handset_routes(Routes& routes);   ///< handsets
void add_carrier_routes(Routes& routes);   ///< carrier
void add_plugin_routes(Routes& routes);    ///< plugin, log

}  // namespace mock_host
