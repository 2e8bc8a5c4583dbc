#include "entry/host_notifier.hpp"

#include <algorithm>

#include "compose/send_text_item.hpp"
#include "entry/from_host.hpp"
#include "staffing_cpp/text.hpp"

namespace send_text {
namespace {

staffing_notification_severity to_abi(NoticeSeverity severity) {
    switch (severity) {
        case NoticeSeverity::info:
            return STAFFING_NOTIFICATION_INFO;
        case NoticeSeverity::warning:
            return STAFFING_NOTIFICATION_WARNING;
        case NoticeSeverity::error:
            return STAFFING_NOTIFICATION_ERROR;
    }
    return STAFFING_NOTIFICATION_INFO;
}

/// A menu is opened on records of one kind.
bool can_be_answered(const Notice& notice) {
    return notice.is_reply && !notice.records.empty() &&
           std::all_of(notice.records.begin(), notice.records.end(), [&notice](const RecordRef& record) {
               return record.kind == notice.records.front().kind;
           });
}

}  // namespace

void HostNotifier::show(const Notice& notice) {
    if (host_.notifications == nullptr) return;
    std::vector<staffing_record_ref> refs;
    for (const RecordRef& record : notice.records)
        refs.push_back(send_text::to_abi(record));
    staffing_notification notification{};
    notification.struct_size = sizeof(notification);
    notification.severity = to_abi(notice.severity);
    notification.rep_id = notice.rep_id;
    notification.title = staffing::abi(notice.title);
    notification.text = staffing::abi(notice.text);
    notification.records = refs.data();
    notification.record_count = refs.size();
    if (can_be_answered(notice)) notification.reply_action_id = staffing::abi(send_text_action);
    try {
        host_.call("Showing a notification", host_.notifications->show, &notification);
    } catch (const staffing::StatusError& error) {
        log_.warning(std::string("The host did not show a notification: ") + error.what());
    }
}

}  // namespace send_text
