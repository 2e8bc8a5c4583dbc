#include "functions.hpp"

namespace sound {
namespace {

using staffing::required;
using staffing::StatusError;

constexpr std::uint64_t max_records = 1'000'000;

staffing_status STAFFING_CALL start(const staffing_plugin* plugin, const staffing_resolution_request* request,
                                    const staffing_resolution_listener* listener, std::uint64_t* job_id,
                                    const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::any, error, [&](Plugin& self) {
        const staffing_resolution_request asked = staffing::checked_struct(request, "the request");
        const staffing_resolution_listener checked_listener =
            staffing::checked_struct(listener, "the listener");
        require_function(checked_listener.partial, "the listener's partial");
        require_function(checked_listener.complete, "the listener's complete");
        required(job_id, "a place for the job's id");
        if (asked.record_count > 0) required(asked.records, "the records");
        if (asked.record_count > max_records) {
            throw StatusError(STAFFING_STATUS_TOO_LARGE, "These are too many records.");
        }
        if (self.host.records == nullptr) {
            throw StatusError(STAFFING_STATUS_NOT_SUPPORTED, "This host gives no records to look at.");
        }
        self.resolutions.start({asked.records, asked.records + asked.record_count}, checked_listener,
                               *job_id);
    });
}

staffing_status STAFFING_CALL cancel(const staffing_plugin* plugin, std::uint64_t job_id) noexcept {
    return answered(plugin, OnThread::any, nullptr, [&](Plugin& self) {
        if (self.resolutions.cancel(job_id)) return;
        throw StatusError(STAFFING_STATUS_NOT_FOUND, "This resolution has ended.");
    });
}

}  // namespace

const staffing_recipient_resolver resolver_functions{&start, &cancel};

}  // namespace sound
