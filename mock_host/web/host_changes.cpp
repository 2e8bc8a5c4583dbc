#include "mock_host/web/host_changes.hpp"

#include <utility>

#include "mock_host/loader/host.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/event_hub.hpp"

namespace mock_host {

void HostChanges::look(Host& host, EventHub& events) {
    const bool is_first = std::exchange(is_first_, false);
    const auto is_other = [&](auto& seen, auto now) { return std::exchange(seen, now) != now || is_first; };
    if (is_other(dialogs_, host.dialogs().changes())) events.changed("dialogs");
    if (is_other(progresses_, host.progresses().changes())) events.changed("progresses");
    if (is_other(notifications_, host.notifications().count())) events.changed("notifications");
    if (is_other(log_lines_, host.log().count())) {
        events.changed("log");
        if (is_other(misbehaviour_, host.log().misbehaviour().size())) events.changed("plugin");
    }
    if (is_other(records_, host.database().records().changes())) {
        events.changed("records");
        events.changed("handsets");  // which are named after the records that have their numbers
    }
    if (is_other(last_message_, host.database().messages().last_id())) {
        events.changed("messages");
        events.changed("records");  // their last message, and what an action code does besides
    }
}

}  // namespace mock_host
