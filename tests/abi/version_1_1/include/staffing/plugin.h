/* A plug-in, as the host sees it. The life:
 *
 *   entry.init → entry.create → init → activate → … → deactivate → destroy → entry.deinit
 *
 * A step that fails leaves everything as it was before it. After a failed init the host calls destroy; after a failed
 * activate it calls destroy, or activate again later. All steps run on the main thread. init, activate and deactivate
 * may wait for disk, and deactivate for the plug-in's threads; none of them waits for the network longer than the
 * plug-in's own time-outs. A step at the wrong point of the life answers STAFFING_STATUS_WRONG_STATE and does
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

    /* [main-thread] Asks the host for its extensions. Once. One that is missing disables what needs it, with a reason
     * that people can read; it is no failure unless nothing at all can work without it. */
    staffing_status(STAFFING_CALL *init)(const staffing_plugin *plugin, const staffing_error_sink *error);

    /* [main-thread] Starts to work: opens its store, starts its threads. Does not wait for the network. */
    staffing_status(STAFFING_CALL *activate)(const staffing_plugin *plugin, const staffing_error_sink *error);

    /* [main-thread] Stops: joins all its threads. The host has let its own calls into the plug-in return before, and
     * makes none meanwhile; calls of the plug-in's threads still come in until it returns. After that the plug-in
     * calls nothing of the host, and the host runs nothing that the plug-in posted. It can be activated again. Does
     * nothing when it is not active. */
    void(STAFFING_CALL *deactivate)(const staffing_plugin *plugin);

    /* [main-thread] Frees the plug-in; the pointer is dead when it returns. Deactivates first when that was not
     * done. */
    void(STAFFING_CALL *destroy)(const staffing_plugin *plugin);

    /* [main-thread] The table of an extension of the plug-in, e.g. STAFFING_EXT_MENU, or NULL when it has none by
     * exactly this id. After init. Its functions work between activate and deactivate, and answer WRONG_STATE at any
     * other time. OWNERSHIP: the plug-in's, valid until destroy returns. */
    const void *(STAFFING_CALL *get_extension)(const staffing_plugin *plugin, const staffing_string *extension_id);
};

STAFFING_END_DECLS

#endif
