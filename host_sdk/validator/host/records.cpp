#include <string>

#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

using staffing::abi;
using staffing::checked_text;
using staffing::required;
using staffing::StatusError;

bool is_there(const ValidatorHost& host, const staffing_record_ref& ref) {
    return (ref.kind == STAFFING_RECORD_KIND_EMPLOYEE || ref.kind == STAFFING_RECORD_KIND_CONTACT) &&
           ref.id >= 1 && ref.id <= host.options().records_per_kind;
}

/// Each employee has a different number; every third contact has none that can be texted.
std::string number_of(const staffing_record_ref& ref) {
    if (ref.kind == STAFFING_RECORD_KIND_CONTACT && ref.id % 3 == 0) return "4737475757";
    const std::string last_seven = std::to_string(5'550'000 + ref.id % 10'000);
    return (ref.kind == STAFFING_RECORD_KIND_EMPLOYEE ? "(651) " : "(612) ") + last_seven.substr(0, 3) + "-" +
           last_seven.substr(3);
}

std::int32_t give(const staffing_record_sink& sink, std::uint64_t index, const staffing_record_ref& ref) {
    const std::string number = number_of(ref);
    const std::string last_name = "Larson " + std::to_string(ref.id);
    const staffing_contact_method cell{sizeof cell, STAFFING_CONTACT_METHOD_CELL_PHONE, 1, abi(number)};
    const staffing_contact_method mail{sizeof mail, STAFFING_CONTACT_METHOD_OTHER, 2, abi("ana@example.com")};
    const staffing_contact_method* const methods[] = {&mail, &cell};
    staffing_record record{};
    record.struct_size = sizeof record;
    record.is_active = 1;
    record.ref = ref;
    record.first_name = abi("Zoë");
    record.last_name = abi(last_name);
    record.branch_id = 3;
    record.branch_name = abi("Eagan");
    record.rep_id = 7;
    record.postal_code = abi("55122");
    record.methods = methods;
    record.method_count = 2;
    return sink.write(sink.context, index, &record);
}

staffing_status STAFFING_CALL get(const staffing_host* host, const staffing_record_ref* records,
                                  std::uint64_t record_count, const staffing_record_sink* sink,
                                  const staffing_error_sink* error) noexcept {
    return host_call(host, "records.get", CalledOn::worker, error, [&](ValidatorHost& self) {
        required(sink, "a sink for the records");
        if (record_count > 0) required(records, "the records");
        for (std::uint64_t index = 0; index < record_count; ++index) {
            const std::int32_t goes_on = is_there(self, records[index])
                                             ? give(*sink, index, records[index])
                                             : sink->write(sink->context, index, nullptr);
            if (goes_on == 0) return;
        }
    });
}

staffing_status STAFFING_CALL find_by_phone(const staffing_host* host, const staffing_string* number,
                                            const staffing_record_ref_sink* sink,
                                            const staffing_error_sink* error) noexcept {
    return host_call(host, "records.find_by_phone", CalledOn::worker, error, [&](ValidatorHost& self) {
        required(sink, "a sink for the records");
        const std::string_view wanted = checked_text(number, "the number");
        if (!wanted.starts_with("+1651555")) return;
        const staffing_record_ref found{STAFFING_RECORD_KIND_EMPLOYEE, 0,
                                        std::atoll(std::string(wanted.substr(8)).c_str())};
        if (is_there(self, found)) sink->write(sink->context, &found);
    });
}

staffing_status STAFFING_CALL update_method(const staffing_host* host, const staffing_record_ref* record,
                                            std::int64_t, const staffing_string* old_value,
                                            const staffing_string* new_value,
                                            const staffing_error_sink* error) noexcept {
    return host_call(host, "records.update_method", CalledOn::worker, error, [&](ValidatorHost& self) {
        checked_text(old_value, "the old value");
        checked_text(new_value, "the new value");
        if (!is_there(self, required(record, "the record"))) {
            throw StatusError(STAFFING_STATUS_NOT_FOUND, "This record is gone.");
        }
        throw StatusError(STAFFING_STATUS_REFUSED, "The records of this host do not change.");
    });
}

}  // namespace

const staffing_records records_table{&get, &find_by_phone, &update_method};

}  // namespace validator
