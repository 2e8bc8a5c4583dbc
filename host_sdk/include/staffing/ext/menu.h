/* Extension of the plug-in: items in the menus of the host. The host asks for them each time a menu opens. An item that
 * cannot be used now is shown disabled, with the reason. */
#ifndef STAFFING_EXT_MENU_H
#define STAFFING_EXT_MENU_H

#include "staffing/record.h"
#include "staffing/status.h"
#include "staffing/plugin.h"

STAFFING_BEGIN_DECLS

#define STAFFING_EXT_MENU "staffing.menu/1"

typedef int32_t staffing_menu_place;

#define STAFFING_MENU_PLACE_UNSPECIFIED ((staffing_menu_place)0)
#define STAFFING_MENU_PLACE_EMPLOYEE_RECORD ((staffing_menu_place)1)         /* the record's actions menu */
#define STAFFING_MENU_PLACE_EMPLOYEE_SEARCH_RESULTS ((staffing_menu_place)2) /* right-click on one or many rows */
#define STAFFING_MENU_PLACE_CONTACT_RECORD ((staffing_menu_place)3)          /* the record's actions menu */
#define STAFFING_MENU_PLACE_CONTACT_SEARCH_RESULTS ((staffing_menu_place)4)  /* right-click on one or many rows */
#define STAFFING_MENU_PLACE_HOTLIST_ROW ((staffing_menu_place)5)             /* the cell phone icon of a row */
#define STAFFING_MENU_PLACE_HOTLIST ((staffing_menu_place)6)                 /* the cell phone icon of the list */

/* What the menu is opened for. */
typedef struct staffing_menu_target {
    uint32_t struct_size;
    staffing_menu_place place;
    const staffing_record_ref *records; /* record_count of them, in the order of the screen */
    uint64_t record_count;
    int64_t hotlist_id; /* for the two hotlist places; otherwise 0 */
} staffing_menu_target;

typedef struct staffing_menu_item {
    uint32_t struct_size;
    int32_t is_enabled;              /* 1 or 0 */
    staffing_string action_id;       /* what perform is called with; unique in the plug-in */
    staffing_string label;           /* as shown: "Send Text" */
    staffing_string disabled_reason; /* a sentence for people; empty when enabled */
    staffing_string tooltip;         /* may be empty */
    staffing_string icon;            /* a name the host may have a picture for: "text_message"; may be empty */
    staffing_string notice;          /* since 1.2: a sentence that the host may show on the records themselves, with
                                        this item as its button: "1 text waits until 8:00 AM CST."; empty: none */
} staffing_menu_item;

/* Takes the items, in the order of the menu. */
typedef struct staffing_menu_item_sink {
    void *context;

    /* [main-thread] Called once for each item. item is valid until write returns. */
    void(STAFFING_CALL *write)(void *context, const staffing_menu_item *item);
} staffing_menu_item_sink;

typedef struct staffing_menu {
    /* [main-thread] Writes the items for the target. Writing none is a valid answer, and the right one for a place that
     * the plug-in does not know. */
    staffing_status(STAFFING_CALL *populate)(const staffing_plugin *plugin, const staffing_menu_target *target,
                                             const staffing_menu_item_sink *sink,
                                             const staffing_error_sink *error);

    /* [main-thread] The person chose an item. The work that it starts continues after the answer. NOT_FOUND for an
     * action that the plug-in does not have there; the action of a disabled item is REFUSED, with its reason. */
    staffing_status(STAFFING_CALL *perform)(const staffing_plugin *plugin, const staffing_menu_target *target,
                                            const staffing_string *action_id, const staffing_error_sink *error);
} staffing_menu;

STAFFING_END_DECLS

#endif
