#include "core/pluralize.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"
#include "entry/from_host.hpp"

namespace send_text {
namespace {

RecordRef named(const staffing_record_ref* record) {
    return record_from(staffing::required(record, "a record"));
}

void require_all_logged(std::int64_t failed) {
    if (failed == 0) return;
    throw staffing::StatusError(
        STAFFING_STATUS_UNAVAILABLE,
        pluralize(static_cast<std::uint64_t>(failed), "conversation", "conversations") +
            " could not be logged now. They are kept, and Send Text will try again.");
}

staffing_status STAFFING_CALL flush(const staffing_plugin* plugin, const staffing_error_sink* error) {
    return on_worker(plugin, error,
                     [](SendTextPlugin& self) { require_all_logged(self.services()->logger().flush()); });
}

staffing_status STAFFING_CALL flush_record(const staffing_plugin* plugin, const staffing_record_ref* record,
                                           const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        require_all_logged(self.services()->logger().flush_record(named(record)));
    });
}

staffing_status STAFFING_CALL record_merged(const staffing_plugin* plugin, const staffing_record_ref* loser,
                                            const staffing_record_ref* survivor,
                                            const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const Runtime::Use services = self.services();
        services->logger().record_merged(named(loser), named(survivor));
        services->records_changed();
    });
}

staffing_status STAFFING_CALL record_deleted(const staffing_plugin* plugin, const staffing_record_ref* record,
                                             const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const Runtime::Use services = self.services();
        services->logger().record_deleted(named(record));
        services->records_changed();
    });
}

}  // namespace

const staffing_message_logger message_logger_extension{&flush, &flush_record, &record_merged,
                                                       &record_deleted};

}  // namespace send_text
