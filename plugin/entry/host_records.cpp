#include "entry/host_records.hpp"

#include <exception>

#include "entry/broken_items.hpp"
#include "entry/from_host.hpp"
#include "staffing_cpp/check.hpp"

namespace send_text {
namespace {

MethodType type_from(staffing_contact_method_type type) {
    const bool is_known = type >= STAFFING_CONTACT_METHOD_SMS && type <= STAFFING_CONTACT_METHOD_HOME_PHONE;
    return is_known ? static_cast<MethodType>(type) : MethodType::other;
}

RecordDetails details_from(const staffing_record* given) {
    const staffing_record record = staffing::checked_struct(given, "a record");
    RecordDetails details;
    details.record = record_from(record.ref);
    details.display_name = name_from(record.display_name);
    details.fields = {name_from(record.first_name), name_from(record.last_name),
                      text_from(record.postal_code), text_from(record.fields_json)};
    if (details.display_name.empty()) {
        const auto& [first, last, postal_code, further] = details.fields;
        details.display_name = first + (first.empty() || last.empty() ? "" : " ") + last;
    }
    details.branch_id = record.branch_id;
    details.branch_name = name_from(record.branch_name);
    details.rep_id = record.rep_id;
    if (record.method_count > 0) staffing::required(record.methods, "a record's contact methods");
    for (std::uint64_t index = 0; index < record.method_count; ++index) {
        const auto method = staffing::checked_struct(record.methods[index], "a contact method");
        details.methods.push_back({method.id, type_from(method.type), text_from(method.value)});
    }
    return details;
}

/// What the sinks work on; an exception waits here until the host's frames are left.
struct Fetch {
    std::span<const RecordRef> asked;
    const std::function<bool(std::size_t, const RecordDetails*)>& found;
    BrokenItems broken = {};
    std::exception_ptr failure = {};
};

std::string name_of(const RecordRef& record) {
    return (record.kind == RecordKind::contact ? "contact " : "employee ") + std::to_string(record.id);
}

/// Of a record that the host gave wrongly nothing is believed: what cannot be read of it may be a wish not to
/// be texted.
RecordDetails details_or_refusal(const RecordRef& asked, const staffing_record* given, BrokenItems& broken) {
    try {
        RecordDetails details = details_from(given);
        if (details.record == asked) return details;
        throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "It is another record.");
    } catch (const staffing::StatusError& error) {
        broken.add("The host gave invalid data for the " + name_of(asked) +
                   ", who is therefore not texted. " + error.what());
        RecordDetails details;
        details.record = asked;
        details.unreadable =
            "The host gave unreadable data for this record, so Send Text cannot find a number to text. Tell "
            "the host's vendor.";
        return details;
    }
}

std::int32_t STAFFING_CALL take_record(void* context, std::uint64_t index, const staffing_record* record) {
    auto& fetch = *static_cast<Fetch*>(context);
    try {
        if (record == nullptr || index >= fetch.asked.size()) return fetch.found(index, nullptr) ? 1 : 0;
        const RecordDetails details = details_or_refusal(fetch.asked[index], record, fetch.broken);
        return fetch.found(index, &details) ? 1 : 0;
    } catch (...) {
        fetch.failure = std::current_exception();
        return 0;
    }
}

struct Find {
    std::vector<RecordRef> records;
    BrokenItems broken = {};
    std::exception_ptr failure = {};
};

void STAFFING_CALL take_ref(void* context, const staffing_record_ref* record) {
    auto& find = *static_cast<Find*>(context);
    try {
        if (record == nullptr) return find.broken.add("The host gave NULL for a record that has a number.");
        if (is_known(record->kind)) find.records.push_back(record_from(*record));
    } catch (...) {
        find.failure = std::current_exception();
    }
}

}  // namespace

void HostRecords::fetch(std::span<const RecordRef> records,
                        const std::function<bool(std::size_t, const RecordDetails*)>& found) {
    const staffing_records& table = offered(host_.records, STAFFING_EXT_RECORDS);
    std::vector<staffing_record_ref> refs;
    refs.reserve(records.size());
    for (const RecordRef& record : records)
        refs.push_back(to_abi(record));
    Fetch fetch{records, found};
    const staffing_record_sink sink{&fetch, &take_record};
    host_.call("Reading records", table.get, refs.data(), static_cast<std::uint64_t>(refs.size()), &sink);
    fetch.broken.say(log_);
    if (fetch.failure) std::rethrow_exception(fetch.failure);
}

void HostRecords::update_method(const RecordRef& record, std::int64_t method_id, const std::string& old_value,
                                const std::string& new_value) {
    const staffing_records& table = offered(host_.records, STAFFING_EXT_RECORDS);
    const staffing_record_ref ref = to_abi(record);
    const staffing_string before = staffing::abi(old_value);
    const staffing_string after = staffing::abi(new_value);
    host_.call("Changing a contact method", table.update_method, &ref, method_id, &before, &after);
}

std::vector<RecordRef> HostRecords::find_by_phone(const E164& number) {
    const staffing_records& table = offered(host_.records, STAFFING_EXT_RECORDS);
    const staffing_string e164 = staffing::abi(number.str());
    Find find;
    const staffing_record_ref_sink sink{&find, &take_ref};
    host_.call("Finding records by phone", table.find_by_phone, &e164, &sink);
    find.broken.say(log_);
    if (find.failure) std::rethrow_exception(find.failure);
    return find.records;
}

}  // namespace send_text
