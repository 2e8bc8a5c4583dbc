#pragma once

#include <cstddef>
#include <cstdint>

#include "staffing/entry.h"
#include "staffing/ext/main_thread.h"
#include "staffing/ext/menu.h"
#include "staffing/ext/message_log.h"
#include "staffing/ext/notifications.h"
#include "staffing/ext/progress.h"
#include "staffing/ext/recipient_resolver.h"
#include "staffing/ext/records.h"
#include "staffing/ext/session.h"

// The size of each growing struct in the contract's first version: up to the end of what was then its last
// field.
namespace staffing {

template <class T>
inline constexpr std::uint32_t first_version_size = 0;

#define STAFFING_FIRST_VERSION(type, last_field)              \
    template <>                                               \
    inline constexpr std::uint32_t first_version_size<type> = \
        offsetof(type, last_field) + sizeof(type::last_field)

STAFFING_FIRST_VERSION(staffing_plugin_entry, create);
STAFFING_FIRST_VERSION(staffing_plugin_descriptor, url);
STAFFING_FIRST_VERSION(staffing_plugin, get_extension);
STAFFING_FIRST_VERSION(staffing_host, get_extension);
STAFFING_FIRST_VERSION(staffing_contact_method, value);
STAFFING_FIRST_VERSION(staffing_record, fields_json);
STAFFING_FIRST_VERSION(staffing_menu_target, hotlist_id);
STAFFING_FIRST_VERSION(staffing_menu_item, icon);
STAFFING_FIRST_VERSION(staffing_resolution_request, record_count);
STAFFING_FIRST_VERSION(staffing_recipient, reason);
STAFFING_FIRST_VERSION(staffing_resolution_listener, complete);
STAFFING_FIRST_VERSION(staffing_session_user, time_zone);
STAFFING_FIRST_VERSION(staffing_message, record_count);
STAFFING_FIRST_VERSION(staffing_action_code, side_effect);
STAFFING_FIRST_VERSION(staffing_notification, record_count);
STAFFING_FIRST_VERSION(staffing_progress_start, title);

#undef STAFFING_FIRST_VERSION

}  // namespace staffing
