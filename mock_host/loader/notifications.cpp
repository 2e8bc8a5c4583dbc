#include "mock_host/loader/notifications.hpp"

#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/loader/record_refs.hpp"

namespace mock_host {

void Notifications::add(const Notification& notification) {
    log_.add(notification);
    ++count_;
}

void Notifications::go_on_from(const Notifications& other) {
    last_of_earlier_runs_ = other.last_of_earlier_runs_;
    count_ = other.count();
}

namespace {

staffing_status STAFFING_CALL show(const staffing_host* host, const staffing_notification* notification,
                                   const staffing_error_sink* error) noexcept {
    return host_call(host, "notifications.show", CalledOn::any_thread, error, [&](Host& self) {
        const staffing_notification given = staffing::checked_struct(notification, "the notification");
        if (given.severity < STAFFING_NOTIFICATION_INFO || given.severity > STAFFING_NOTIFICATION_ERROR) {
            throw staffing::StatusError(
                STAFFING_STATUS_INVALID_ARGUMENT,
                "There is no severity " + std::to_string(given.severity) + " of notifications.");
        }
        self.notifications().add(
            {self.now_ms(), given.severity, given.rep_id,
             std::string(staffing::checked_text(given.title, "the title", 1000)),
             std::string(staffing::checked_text(given.text, "the text", 65536)),
             from_abi(given.records, given.record_count),
             std::string(staffing::checked_text(given.reply_action_id, "the reply action", 1000))});
    });
}

}  // namespace

const staffing_notifications& notifications_table() {
    static constexpr staffing_notifications table{&show};
    return table;
}

}  // namespace mock_host
