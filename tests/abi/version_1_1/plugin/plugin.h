/* Notes, a plug-in of version 1.1: a person writes a note on a record, a worker logs it as a message. It
 * offers every extension of a plug-in and uses every extension of a host that is there. */
#ifndef VERSION_1_1_PLUGIN_H
#define VERSION_1_1_PLUGIN_H

#include <pthread.h>

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

/* Where one thread waits: on the host's clock if there is one, else here. A wake that comes early is kept. */
typedef struct place {
    const staffing_host* host;
    const staffing_clock* clock;
    uint64_t waiter;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int woken;
} place;

typedef enum job_kind { JOB_NOTE, JOB_RESOLVE, JOB_MARK } job_kind;

typedef struct job {
    struct job* next;
    job_kind kind;
    uint64_t id;
    int is_cancelled;
    staffing_record_ref record; /* of a note */
    char note[256];
    staffing_record_ref* records; /* of a resolution */
    uint64_t record_count;
    staffing_resolution_listener listener;
    place* reached; /* of a mark: who waits until all jobs before it are done */
    int* is_done;
} job;

typedef enum state { CREATED, READY, ACTIVE } state;

typedef struct notes {
    staffing_plugin c;
    const staffing_host* host;
    const staffing_clock* clock;
    const staffing_credentials* credentials;
    const staffing_dialogs* dialogs;
    const staffing_log* log;
    const staffing_main_thread* main_thread;
    const staffing_message_log* message_log;
    const staffing_notifications* notifications;
    const staffing_paths* paths;
    const staffing_progress* progress;
    const staffing_records* records;
    const staffing_session* session;
    const staffing_thread_check* thread_check;

    pthread_mutex_t lock; /* of what follows */
    state state;
    int is_stopping;
    job* first;
    job* current;
    uint64_t last_job_id;
    int64_t account_id; /* of the one account; 0: none */
    int is_paused;      /* the account */
    char greeting[100]; /* the one setting */
    char trail[20][40]; /* what was done, oldest first */
    int trail_size;

    pthread_t worker;
    place worker_place;
    uint64_t dialog_id; /* main thread; 0: none is open */
    staffing_record_ref dialog_record;
} notes;

/* place.c */
void place_open(place* at, const staffing_host* host, const staffing_clock* clock);
void place_wait(place* at);
void place_wake(place* at);
void place_close(place* at);

/* worker.c: jobs are done one after the other, on one thread */
int start_worker(notes* self);
void stop_worker(notes* self); /* does the jobs that are left; resolutions are cancelled */
uint64_t add_job(notes* self, job* added, uint64_t* id);
void wait_for_jobs(notes* self);
int cancel_job(notes* self, uint64_t id);

/* note.c, resolution.c: the jobs */
void write_note(notes* self, const job* done);
void resolve(notes* self, const job* done, int is_cancelled);
void write_log(notes* self, staffing_log_severity severity, const char* line);
void e164(const staffing_string* typed, char number[32]); /* empty: none */

/* life.c: NULL with a status in *status when the plug-in cannot be called now, or not on this thread */
notes* active(const staffing_plugin* plugin, int is_worker, const staffing_error_sink* error,
              staffing_status* status);

/* additions.c: what 1.1 added */
void note_in_trail(notes* self, const char* action);

/* Tables */
extern const staffing_menu menu_table;
extern const staffing_dialog_events dialog_events_table;
extern const staffing_external_service external_service_table;
extern const staffing_message_logger message_logger_table;
extern const staffing_recipient_resolver recipient_resolver_table;
extern const staffing_settings settings_table;
extern const staffing_account_actions account_actions_table;
extern const staffing_audit audit_table;
extern const staffing_session_events session_events_table;

#endif
