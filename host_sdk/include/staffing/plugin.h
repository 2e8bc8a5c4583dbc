/* A plug-in, as the host sees it. The life cycle:
 *
 *   entry.init → entry.create → init → activate → … → deactivate → destroy → entry.deinit
 *
 * A step that fails leaves everything as it was before. After a failed init the host calls destroy; after a failed
 * activate it calls destroy, or activate again later. All steps run on the main thread. init, activate and deactivate
 * may wait for disk, and deactivate also for the plug-in's threads; none of them waits for the network longer than the
 * plug-in's own time-outs. A step at the wrong point of the life cycle answers STAFFING_STATUS_WRONG_STATE and does
 * nothing. */
#ifndef STAFFING_PLUGIN_H
#define STAFFING_PLUGIN_H

#include "staffing/status.h"

STAFFING_BEGIN_DECLS

typedef struct staffing_plugin_descriptor {
    uint32_t struct_size;
    uint32_t reserved;   /* 0 */
    staffing_string id;  /* "com.example.send_text": 1 to 200 of a-z 0-9 . _ -, not starting with a dot; unique in
                          * the world; never changes. It may name folders. */
    staffing_string name; /* as people read it: "Send Text"; the others may be empty */
    staffing_string vendor;
    staffing_string version;
    staffing_string description;
    staffing_string url;
} staffing_plugin_descriptor;

typedef struct staffing_plugin staffing_plugin;

struct staffing_plugin {
    uint32_t struct_size;
    uint32_t reserved;                            /* 0 */
    const staffing_plugin_descriptor *descriptor; /* OWNERSHIP: the plug-in's, valid until destroy returns */
    void *plugin_data;                            /* the plug-in's own; not for the host */

    /* [main-thread] Asks the host for its extensions. Called once. A missing extension disables what needs it, with a
     * reason that people can read; it is not a failure unless nothing at all can work without it. */
    staffing_status(STAFFING_CALL *init)(const staffing_plugin *plugin, const staffing_error_sink *error);

    /* [main-thread] Starts working: opens its store, starts its threads. Does not wait for the network. */
    staffing_status(STAFFING_CALL *activate)(const staffing_plugin *plugin, const staffing_error_sink *error);

    /* [main-thread] Stops: joins all its threads. The host's own calls into the plug-in have returned before, and the
     * host makes none meanwhile; the plug-in's threads may still call the host until deactivate returns. After that
     * the plug-in calls nothing of the host, and the host runs nothing that the plug-in posted. It can be activated
     * again. Does nothing when it is not active. */
    void(STAFFING_CALL *deactivate)(const staffing_plugin *plugin);

    /* [main-thread] Frees the plug-in; the pointer is invalid when it returns. Deactivates the plug-in first if it is
     * still active. */
    void(STAFFING_CALL *destroy)(const staffing_plugin *plugin);

    /* [main-thread] Returns the table of an extension of the plug-in, such as STAFFING_EXT_MENU, or NULL when it has
     * none with exactly this id. Called after init. The functions of the table work between activate and deactivate,
     * and answer WRONG_STATE at any other time. OWNERSHIP: the plug-in's, valid until destroy returns. */
    const void *(STAFFING_CALL *get_extension)(const staffing_plugin *plugin, const staffing_string *extension_id);
};

STAFFING_END_DECLS

#endif
