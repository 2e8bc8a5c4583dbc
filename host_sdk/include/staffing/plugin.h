/* A plug-in, as the host sees it. The life:
 *
 *   entry.init → entry.create → init → activate → … → deactivate → destroy → entry.deinit
 *
 * A failure at one step undoes the ones before: when init fails the host calls destroy; when activate fails,
 * destroy too. All steps run on the main thread. */
#ifndef STAFFING_PLUGIN_H
#define STAFFING_PLUGIN_H

#include "staffing/status.h"

STAFFING_BEGIN_DECLS

typedef struct staffing_plugin_descriptor {
    uint32_t struct_size;
    uint32_t reserved;   /* 0 */
    staffing_string id;  /* "com.example.send_text": lower case, unique in the world; never changes */
    staffing_string name;
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

    /* [main-thread] Asks the host for its extensions and checks that what is needed is there. Once. */
    staffing_status(STAFFING_CALL *init)(const staffing_plugin *plugin, const staffing_error_sink *error);

    /* [main-thread] Starts to work: opens its store, starts its threads. Does not wait for the network. */
    staffing_status(STAFFING_CALL *activate)(const staffing_plugin *plugin, const staffing_error_sink *error);

    /* [main-thread] Stops: joins all its threads. After it returns the plug-in calls nothing of the host, and
     * the host runs nothing that the plug-in posted. It can be activated again. */
    void(STAFFING_CALL *deactivate)(const staffing_plugin *plugin);

    /* [main-thread] Frees the plug-in; the pointer is dead when it returns. Deactivates first when that was not
     * done. */
    void(STAFFING_CALL *destroy)(const staffing_plugin *plugin);

    /* [main-thread] The table of an extension of the plug-in, e.g. STAFFING_EXT_MENU, or NULL when it has none by
     * exactly this id. After init. OWNERSHIP: the plug-in's, valid until destroy returns. */
    const void *(STAFFING_CALL *get_extension)(const staffing_plugin *plugin, const staffing_string *extension_id);
};

STAFFING_END_DECLS

#endif
