/* The main thread, and the queue of what plug-ins want done there. In a host with windows this is its event loop. */
#ifndef TASKS_H
#define TASKS_H

#include "staffing/ext/main_thread.h"
#include "staffing/ext/thread_check.h"

extern const staffing_main_thread main_thread_table;
extern const staffing_thread_check thread_check_table;

/* The calling thread is the main thread from now on. */
void begin_main_thread(void);

/* Runs the tasks that come in within this time, one after the other. */
void run_tasks(long milliseconds);

/* After deactivate: what is still queued is not to be run any more. */
void drop_tasks(void);

#endif
