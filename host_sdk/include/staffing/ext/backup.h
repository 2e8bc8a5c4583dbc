/* Extension of the plug-in: backups of all its data, made and restored by the plug-in, for the host's
 * administration area. The plug-in makes them while it is working, when no copy of its files would be a backup.
 * The logged-in user must have STAFFING_PERMISSION_ADMINISTRATION: without it all three functions answer
 * PERMISSION_DENIED, and NOT_LOGGED_IN when nobody is logged in. A backup contains the plug-in's data about
 * people, but no secrets: those stay in the host's credentials. */
#ifndef STAFFING_EXT_BACKUP_H
#define STAFFING_EXT_BACKUP_H

#include "staffing/plugin.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

/* Since 1.2. */
#define STAFFING_EXT_BACKUP "staffing.backup/1"

typedef struct staffing_backup {
    /* [worker] Makes a backup: one file, complete and durable when this returns OK; after a failure there is none.
     * path: the full path of a file that does not exist yet; empty: a file in a folder of the plug-in, named after
     * the time. written_path gets the full path. INVALID_ARGUMENT for a path that is not a full one, REFUSED when
     * something is already there, UNAVAILABLE when it cannot be read or written now. */
    staffing_status(STAFFING_CALL *back_up)(const staffing_plugin *plugin, const staffing_string *path,
                                            const staffing_string_sink *written_path,
                                            const staffing_error_sink *error);

    /* [worker] Replaces the plug-in's data with a backup, and goes on with it; the old data is kept beside it. All or
     * nothing. The plug-in must find out what happened after the backup before it does any of it a second time. Its
     * dialogs may have to be closed first: REFUSED or UNAVAILABLE says so, as for a file that is not a backup of this
     * plug-in. NOT_FOUND when there is no such file, INVALID_ARGUMENT for a path that is not a full one, WRONG_STATE
     * from within another call of the plug-in. */
    staffing_status(STAFFING_CALL *restore)(const staffing_plugin *plugin, const staffing_string *path,
                                            const staffing_error_sink *error);

    /* [worker] Lists the backups in the plug-in's own folder, newest first: schema/backups.schema.json. */
    staffing_status(STAFFING_CALL *list)(const staffing_plugin *plugin, const staffing_string_sink *backups_json,
                                         const staffing_error_sink *error);
} staffing_backup;

STAFFING_END_DECLS

#endif
