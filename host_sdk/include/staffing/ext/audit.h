/* Extension of the plug-in: its audit trail, for the host's administration area. It shows who did what, when, to whom,
 * and with what result. Entries are only ever added; none contains a secret. */
#ifndef STAFFING_EXT_AUDIT_H
#define STAFFING_EXT_AUDIT_H

#include "staffing/plugin.h"
#include "staffing/status.h"

STAFFING_BEGIN_DECLS

/* Since 1.1. */
#define STAFFING_EXT_AUDIT "staffing.audit/1"

typedef int32_t staffing_audit_format;

#define STAFFING_AUDIT_FORMAT_UNSPECIFIED ((staffing_audit_format)0)
#define STAFFING_AUDIT_FORMAT_CSV ((staffing_audit_format)1)        /* RFC 4180; the first part begins with names */
#define STAFFING_AUDIT_FORMAT_JSON_LINES ((staffing_audit_format)2) /* schema/audit_entry.schema.json, one a line */
/* Since 1.2. CSV for people to open in a spreadsheet: UTF-8 with a byte order mark, CR LF, columns of the plug-in's
 * choice with readable names, and times in the time zone of the logged-in user. A plug-in from before 1.2 answers
 * INVALID_ARGUMENT: it has STAFFING_AUDIT_FORMAT_CSV. */
#define STAFFING_AUDIT_FORMAT_SPREADSHEET ((staffing_audit_format)3)

typedef struct staffing_audit {
    /* [worker] Writes the next part of the trail: the oldest entries that were added after the entry after_id (0: from
     * the beginning), at most most_entries (1 to 10,000) of them. The parts put together are the file. *last_id gets
     * the id of the last entry written; 0 when there was none. INVALID_ARGUMENT for a format that the plug-in does not
     * know, or a number out of bounds. */
    staffing_status(STAFFING_CALL *read)(const staffing_plugin *plugin, staffing_audit_format format,
                                         int64_t after_id, int64_t most_entries, const staffing_string_sink *part,
                                         int64_t *last_id, const staffing_error_sink *error);
} staffing_audit;

STAFFING_END_DECLS

#endif
