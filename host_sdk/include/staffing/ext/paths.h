/* Extension of the host: where the plug-in may keep files. */
#ifndef STAFFING_EXT_PATHS_H
#define STAFFING_EXT_PATHS_H

#include "staffing/host.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_PATHS "staffing.paths/1"

typedef int32_t staffing_path_kind;

#define STAFFING_PATH_UNSPECIFIED ((staffing_path_kind)0)
#define STAFFING_PATH_DATA ((staffing_path_kind)1)      /* kept and backed up: the plug-in's store */
#define STAFFING_PATH_CACHE ((staffing_path_kind)2)     /* may be emptied between two runs */
#define STAFFING_PATH_TEMPORARY ((staffing_path_kind)3) /* emptied between two runs */

typedef struct staffing_paths {
    /* [thread-safe] Writes the full path of a folder, without a separator at its end. The folder exists, and only this
     * plug-in uses it, in this process and in every other. It is the same folder after each start of the host. */
    staffing_status(STAFFING_CALL *get)(const staffing_host *host, staffing_path_kind kind,
                                        const staffing_string_sink *path, const staffing_error_sink *error);
} staffing_paths;

STAFFING_END_DECLS

#endif
