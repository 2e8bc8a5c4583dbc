/* The main thread, and the queue of plug-ins' tasks for it. In a host with windows this is the event loop. */
#ifndef TASKS_H
#define TASKS_H

#include "staffing/ext/main_thread.h"
#include "staffing/ext/thread_check.h"

extern const staffing_main_thread main_thread_table;
extern const staffing_thread_check thread_check_table;

/* Makes the calling thread the main thread. */
void begin_main_thread(void);

/* Runs the tasks that are posted within this time, one after the other. */
void run_tasks(long milliseconds);

/* After deactivate: drops the queued tasks, which must not run any more. */
void drop_tasks(void);

#endif
