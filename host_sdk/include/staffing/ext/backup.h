/* Extension of the plug-in: backups of all that it keeps, made and put back by itself, for the host's administration
 * area. The plug-in makes one while it is at work, which no copy of its files can be. Who is logged in must have
 * STAFFING_PERMISSION_ADMINISTRATION: without it all three answer PERMISSION_DENIED, and NOT_LOGGED_IN when nobody is.
 * A backup holds what the plug-in keeps of people, and no secret: those stay with the host's credentials. */
#ifndef STAFFING_EXT_BACKUP_H
#define STAFFING_EXT_BACKUP_H

#include "staffing/plugin.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

/* Since 1.2. */
#define STAFFING_EXT_BACKUP "staffing.backup/1"

typedef struct staffing_backup {
    /* [worker] Makes a backup: one file, whole and durable when this returns OK; after a failure there is none. path:
     * the full path of a file that is not there yet; empty: one in a folder of the plug-in, named after the time.
     * written_path gets the full path. INVALID_ARGUMENT for a path that is not a full one, REFUSED where something is
     * already, UNAVAILABLE when it cannot be read or written now. */
    staffing_status(STAFFING_CALL *back_up)(const staffing_plugin *plugin, const staffing_string *path,
                                            const staffing_string_sink *written_path,
                                            const staffing_error_sink *error);

    /* [worker] Puts a backup in the place of what the plug-in keeps, and goes on with it; what was there is kept beside
     * it. All or nothing. Whatever the backup does not know of, the plug-in must find out before it does it a second
     * time. The plug-in's dialogs may have to be closed before: REFUSED or UNAVAILABLE says so, as for a file that is
     * no backup of this plug-in. NOT_FOUND when there is no such file, INVALID_ARGUMENT for a path that is not a full
     * one, WRONG_STATE from within another call of the plug-in. */
    staffing_status(STAFFING_CALL *restore)(const staffing_plugin *plugin, const staffing_string *path,
                                            const staffing_error_sink *error);

    /* [worker] The backups in the plug-in's own folder, the newest first: schema/backups.schema.json. */
    staffing_status(STAFFING_CALL *list)(const staffing_plugin *plugin, const staffing_string_sink *backups_json,
                                         const staffing_error_sink *error);
} staffing_backup;

STAFFING_END_DECLS

#endif
