#include <cstring>

#include "entry/crossing.hpp"
#include "entry/extensions.hpp"
#include "entry/from_host.hpp"

namespace send_text {
namespace {

constexpr std::uint64_t max_records = 10'000'000;

staffing_recipient to_abi(const Recipient& recipient) {
    staffing_recipient crossing{};
    crossing.struct_size = sizeof(crossing);
    crossing.verdict = static_cast<staffing_verdict>(released_verdict(recipient.verdict));
    crossing.record = to_abi(recipient.record);
    crossing.method_id = recipient.method ? recipient.method->id : 0;
    crossing.method_type = recipient.method
                               ? static_cast<staffing_contact_method_type>(recipient.method->type)
                               : STAFFING_CONTACT_METHOD_UNSPECIFIED;
    crossing.can_text = can_text(recipient.verdict) ? 1 : 0;
    crossing.name = staffing::abi(recipient.name);
    crossing.number = staffing::abi(recipient.number.str());
    crossing.reason = staffing::abi(recipient.reason);
    return crossing;
}

void report(const HostExtensions& host, const staffing_resolution_listener& listener,
            std::span<const Recipient> part) {
    std::vector<staffing_recipient> recipients;
    recipients.reserve(part.size());
    for (const Recipient& recipient : part)
        recipients.push_back(to_abi(recipient));
    std::vector<const staffing_recipient*> pointers;
    pointers.reserve(part.size());
    for (const staffing_recipient& recipient : recipients)
        pointers.push_back(&recipient);
    host.report(listener.partial, listener.context, pointers.data(), pointers.size());
}

void report(const HostExtensions& host, const staffing_resolution_listener& listener,
            const ResolutionEnd& end) {
    const staffing_status status = end.failure        ? STAFFING_STATUS_UNAVAILABLE
                                   : end.is_cancelled ? STAFFING_STATUS_CANCELLED
                                                      : STAFFING_STATUS_OK;
    const staffing_string words = staffing::abi(end.failure ? std::string_view(*end.failure) : "");
    host.report(listener.complete, listener.context, status, &words);
}

std::vector<RecordRef> records_from(const staffing_resolution_request* given) {
    const auto request = staffing::checked_struct(given, "the request");
    if (request.record_count > max_records) {
        throw staffing::StatusError(STAFFING_STATUS_TOO_LARGE,
                                    "At most 10,000,000 records can be looked up at a time.");
    }
    if (request.record_count > 0) staffing::required(request.records, "the records to look up");
    std::vector<RecordRef> records;
    records.reserve(request.record_count);
    for (std::uint64_t index = 0; index < request.record_count; ++index)
        records.push_back(record_from(request.records[index]));
    return records;
}

staffing_status STAFFING_CALL start(const staffing_plugin* plugin, const staffing_resolution_request* request,
                                    const staffing_resolution_listener* given, std::uint64_t* job_id,
                                    const staffing_error_sink* error) {
    return anywhere(plugin, error, [&](SendTextPlugin& self) {
        const auto listener = staffing::checked_struct(given, "the listener");
        staffing::required(job_id, "a place for the job's id");
        if (listener.partial == nullptr || listener.complete == nullptr) {
            throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                                        "The listener lacks partial or complete.");
        }
        const HostExtensions& host = self.host().extensions;
        const bool is_added = self.services()->resolutions().add(
            records_from(request), [&](std::uint64_t id) { *job_id = id; },
            [&host, listener](std::span<const Recipient> part) { report(host, listener, part); },
            [&host, listener](const ResolutionEnd& end) { report(host, listener, end); });
        if (!is_added)
            throw staffing::StatusError(STAFFING_STATUS_WRONG_STATE, "Send Text is being stopped.");
    });
}

staffing_status STAFFING_CALL cancel(const staffing_plugin* plugin, std::uint64_t job_id) {
    return anywhere(plugin, nullptr, [&](SendTextPlugin& self) {
        if (self.services()->resolutions().cancel(job_id)) return;
        throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND, "This job no longer exists.");
    });
}

}  // namespace

const staffing_recipient_resolver recipient_resolver_extension{&start, &cancel};

}  // namespace send_text
