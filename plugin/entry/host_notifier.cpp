#include "entry/host_notifier.hpp"

#include "entry/from_host.hpp"
#include "staffing_cpp/text.hpp"

namespace send_text {

void HostNotifier::notify(std::int64_t rep_id, const std::string& title, const std::string& text,
                          const std::vector<RecordRef>& records) {
    if (host_.notifications == nullptr) return;
    std::vector<staffing_record_ref> refs;
    for (const RecordRef& record : records)
        refs.push_back(to_abi(record));
    staffing_notification notification{};
    notification.struct_size = sizeof(notification);
    notification.severity = STAFFING_NOTIFICATION_INFO;
    notification.rep_id = rep_id;
    notification.title = staffing::abi(title);
    notification.text = staffing::abi(text);
    notification.records = refs.data();
    notification.record_count = refs.size();
    try {
        host_.call("Showing a notification", host_.notifications->show, &notification);
    } catch (const staffing::StatusError& error) {
        log_.warning(std::string("The host did not show a notification: ") + error.what());
    }
}

}  // namespace send_text
