/* The windows of plug-ins. A host with windows makes real ones; this one prints what they say, anew at each change. */
#ifndef DIALOGS_H
#define DIALOGS_H

#include "staffing/ext/dialogs.h"

extern const staffing_dialogs dialogs_table;

/* After deactivate: takes away what is still open. */
void close_dialogs(void);

#endif
