/* A console host of version 1.1: everything in memory, every extension given. It leads one plug-in through
 * its whole life, calls each of its functions, and says what it saw; anything that the contract forbids is a
 * broken expectation. */
#ifndef VERSION_1_1_HOST_H
#define VERSION_1_1_HOST_H

#include "../common.h"
#include "staffing/entry.h"
#include "staffing/ext/account_actions.h"
#include "staffing/ext/audit.h"
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
#include "staffing/ext/notifications.h"
#include "staffing/ext/paths.h"
#include "staffing/ext/progress.h"
#include "staffing/ext/recipient_resolver.h"
#include "staffing/ext/records.h"
#include "staffing/ext/session.h"
#include "staffing/ext/session_events.h"
#include "staffing/ext/settings.h"
#include "staffing/ext/thread_check.h"

/* The records: an employee who can be texted, a contact who cannot, and an employee who is gone. */
extern const staffing_record_ref ana;
extern const staffing_record_ref bo;
extern const staffing_record_ref nobody;

/* What the person at the console wants: a plug-in, its settings and account as JSON, and the events of the
 * dialog; in place of an event "until:WORDS" waits until the dialogs have said these words since the last. */
typedef struct wishes {
    const char* plugin;
    const char* folder;
    const char* settings_json;
    const char* account_json;
    char** events;
    int event_count;
} wishes;

/* expectations.c */
typedef enum thread_tag { MAIN_THREAD, ANY_THREAD, WORKER } thread_tag;
void this_is_the_main_thread(void);
int is_on_main_thread(void);
void broken(const char* format, ...); /* an expectation is; the program will fail */
int expectations_broken(void);
void remember(const char* what, const char* format, ...); /* said at the end, by what it is and in order */
void say_what_was_remembered(void);
void enter(const staffing_host* host, const char* function,
           thread_tag tag);                                   /* first thing in each host function */
int is_whole(const char* what, const staffing_string* given); /* a string that can be read */
void host_is(const staffing_host* host);
void plugin_is_quiet(int is_quiet); /* it must not call now */

/* tasks.c */
void run_tasks(void);     /* until none is left */
void run_next_task(void); /* waits for it */
void drop_tasks(void);

/* screen.c, clock.c */
uint64_t last_dialog(void); /* 0: none is open */
int dialogs_said(const char* words);
void forget_what_dialogs_said(void);
void close_all_dialogs(void);
int waiters_open(void);

/* data.c */
void choose_folder(const char* folder);
void log_in(int is_logged_in); /* somebody is at first */

/* plugin_calls.c: each function of the plug-in once, if it has it */
void call_administration(const staffing_plugin* plugin, const wishes* wanted, int64_t* account_id);
void call_menu(const staffing_plugin* plugin, const wishes* wanted);
void call_resolver(const staffing_plugin* plugin);
void call_message_logger(const staffing_plugin* plugin, int64_t account_id);

/* additions.c: what 1.1 added */
void call_account_action(const staffing_plugin* plugin, int64_t account_id);
void call_audit(const staffing_plugin* plugin);
void call_session_events(const staffing_plugin* plugin);

const void* extension(const staffing_plugin* plugin, const char* id);
void on_worker(void* (*run)(void*), void* given); /* while the main thread waits */
void say_status(const char* what, staffing_status status, const answer* why);

/* Tables */
const void* host_extension(const staffing_host* host, const staffing_string* id);
extern const staffing_clock clock_table;
extern const staffing_credentials credentials_table;
extern const staffing_dialogs dialogs_table;
extern const staffing_log log_table;
extern const staffing_main_thread main_thread_table;
extern const staffing_message_log message_log_table;
extern const staffing_notifications notifications_table;
extern const staffing_paths paths_table;
extern const staffing_progress progress_table;
extern const staffing_records records_table;
extern const staffing_session session_table;
extern const staffing_thread_check thread_check_table;

#endif
