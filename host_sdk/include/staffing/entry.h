/* The entry: the one function that a plug-in's library exports. */
#ifndef STAFFING_ENTRY_H
#define STAFFING_ENTRY_H

#include "staffing/host.h"
#include "staffing/plugin.h"

STAFFING_BEGIN_DECLS

typedef struct staffing_plugin_entry {
    uint32_t struct_size;
    uint32_t reserved;                            /* 0 */
    staffing_version version;                     /* of the contract that the plug-in was built with */
    const staffing_plugin_descriptor *descriptor; /* readable before init; as long as the library is loaded */

    /* [main-thread] The first call after loading. Counted: each successful init is matched by one deinit.
     * library_path: the full path of the plug-in's library. May wait for disk. */
    staffing_status(STAFFING_CALL *init)(const staffing_string *library_path, const staffing_error_sink *error);

    /* [main-thread] Matches one successful init. After the last one no thread, timer or handler of the plug-in is
     * left, and the library may be unloaded. */
    void(STAFFING_CALL *deinit)(void);

    /* [main-thread] Makes a plug-in for this host and writes it to *plugin. Refuses a host of another major
     * version with STAFFING_STATUS_VERSION_MISMATCH and an error text that names both versions. On failure *plugin
     * is NULL. May be called again: each plug-in works independently. WRONG_STATE before the first init and after
     * the last deinit. OWNERSHIP: host is the host's and must outlive the plug-in; *plugin is freed by its own
     * destroy. */
    staffing_status(STAFFING_CALL *create)(const staffing_host *host, const staffing_plugin **plugin,
                                           const staffing_error_sink *error);
} staffing_plugin_entry;

/* The name to look up. Another major version has another name; a library may export both. */
#define STAFFING_PLUGIN_ENTRY_SYMBOL "staffing_plugin_entry_v1"

/* Type of the exported function. [thread-safe] It only returns the entry, which is valid as long as the library is
 * loaded. */
typedef const staffing_plugin_entry *(STAFFING_CALL *staffing_plugin_entry_function)(void);

/* What a plug-in defines. */
STAFFING_EXPORT const staffing_plugin_entry *STAFFING_CALL staffing_plugin_entry_v1(void);

STAFFING_END_DECLS

#endif
