#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

staffing_status STAFFING_CALL show(const staffing_host* host, const staffing_notification* notification,
                                   const staffing_error_sink* error) noexcept {
    return host_call(host, "notifications.show", CalledOn::any_thread, error, [&](ValidatorHost&) {
        const staffing_notification given = staffing::checked_struct(notification, "the notification");
        staffing::checked_text(given.title, "the notification's title");
        staffing::checked_text(given.text, "the notification's text");
        staffing::checked_text(given.reply_action_id, "the notification's reply action");
        if (given.record_count > 0) staffing::required(given.records, "the notification's records");
    });
}

}  // namespace

const staffing_notifications notifications_table{&show};

}  // namespace validator
