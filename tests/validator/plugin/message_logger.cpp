#include "functions.hpp"

namespace sound {
namespace {

using staffing::required;

void expect_all(bool are_all_logged) {
    if (!are_all_logged)
        throw staffing::StatusError(STAFFING_STATUS_UNAVAILABLE, "Some could not be logged.");
}

staffing_status STAFFING_CALL flush(const staffing_plugin* plugin,
                                    const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error,
                    [&](Plugin& self) { expect_all(self.messages.flush(nullptr)); });
}

staffing_status STAFFING_CALL flush_record(const staffing_plugin* plugin, const staffing_record_ref* record,
                                           const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error,
                    [&](Plugin& self) { expect_all(self.messages.flush(&required(record, "the record"))); });
}

staffing_status STAFFING_CALL record_merged(const staffing_plugin* plugin, const staffing_record_ref* loser,
                                            const staffing_record_ref* survivor,
                                            const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](Plugin& self) {
        self.messages.merged(required(loser, "the loser"), required(survivor, "the survivor"));
    });
}

staffing_status STAFFING_CALL record_deleted(const staffing_plugin* plugin, const staffing_record_ref* record,
                                             const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error,
                    [&](Plugin& self) { self.messages.deleted(required(record, "the record")); });
}

}  // namespace

const staffing_message_logger logger_functions{&flush, &flush_record, &record_merged, &record_deleted};

}  // namespace sound
