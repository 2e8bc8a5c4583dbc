/* The windows of plug-ins. A host with windows makes real ones; this one prints them again after each change. */
#ifndef DIALOGS_H
#define DIALOGS_H

#include "staffing/ext/dialogs.h"

extern const staffing_dialogs dialogs_table;

/* After deactivate: closes the windows that are still open. */
void close_dialogs(void);

#endif
