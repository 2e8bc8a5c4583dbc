#include "mock_host/staffing/records.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/loader/record_refs.hpp"
#include "mock_host/staffing/city.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

namespace {

using staffing::abi;

staffing_contact_method_type type_of(const std::string& type) {
    static const std::map<std::string, staffing_contact_method_type> types{
        {"SMS", STAFFING_CONTACT_METHOD_SMS},
        {"Cell Phone", STAFFING_CONTACT_METHOD_CELL_PHONE},
        {"Phone", STAFFING_CONTACT_METHOD_PHONE},
        {"Office Phone", STAFFING_CONTACT_METHOD_OFFICE_PHONE},
        {"Home Phone", STAFFING_CONTACT_METHOD_HOME_PHONE},
    };
    const auto found = types.find(type);
    return found == types.end() ? STAFFING_CONTACT_METHOD_OTHER : found->second;
}

/// The office's own merge fields, besides those of the contract: name to string.
std::string further_fields(const Person& person) {
    nlohmann::json fields{{"status", person.status}, {"city", city_of(person.postal_code)}};
    if (person.kind == RecordKind::contact) {
        fields["customer_name"] = person.customer_name;
        fields["department"] = person.department;
        fields["title"] = person.title;
    } else {
        fields["job_title"] = person.title;
        fields["assignment"] = person.customer_name;
        fields["last_message"] = person.last_message;
    }
    return fields.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A person in the contract's form, with everything that its pointers point to.
class AbiRecord {
  public:
    AbiRecord(const Person& person, std::string branch_name)
        : fields_(further_fields(person)), name_(full_name(person)), branch_name_(std::move(branch_name)) {
        methods_.reserve(person.methods.size());
        for (const ContactMethod& method : person.methods) {
            methods_.push_back(
                {sizeof(staffing_contact_method), type_of(method.type), method.id, abi(method.value)});
            pointers_.push_back(&methods_.back());
        }
        record_ = {sizeof(staffing_record), person.active ? 1 : 0, to_abi(person.key()),
                   abi(person.first_name),  abi(person.last_name), abi(name_),
                   person.branch_id,        person.rep_id,         abi(person.postal_code),
                   pointers_.data(),        pointers_.size(),      abi(fields_),
                   abi(branch_name_)};
    }

    AbiRecord(const AbiRecord&) = delete;
    AbiRecord& operator=(const AbiRecord&) = delete;

    const staffing_record* get() const { return &record_; }

  private:
    std::string fields_;
    std::string name_;
    std::string branch_name_;
    std::vector<staffing_contact_method> methods_;
    std::vector<const staffing_contact_method*> pointers_;
    staffing_record record_{};
};

staffing_status STAFFING_CALL get(const staffing_host* host, const staffing_record_ref* records,
                                  std::uint64_t record_count, const staffing_record_sink* sink,
                                  const staffing_error_sink* error) noexcept {
    return host_call(host, "records.get", CalledOn::worker, error, [&](Host& self) {
        staffing::required(sink, "a sink for the records");
        const std::vector<RecordKey> keys = from_abi(records, record_count);
        std::map<std::int64_t, std::string> branch_names;
        for (Branch& branch : self.database().branches().list())
            branch_names.emplace(branch.id, std::move(branch.name));
        std::map<RecordKey, Person> found;
        for (Person& person : self.database().records().get(keys))
            found.emplace(person.key(), std::move(person));
        for (std::uint64_t index = 0; index < keys.size(); ++index) {
            const auto person = found.find(keys[index]);
            if (person == found.end()) {
                if (sink->write(sink->context, index, nullptr) == 0) return;
                continue;
            }
            const AbiRecord record(person->second, branch_names[person->second.branch_id]);
            if (sink->write(sink->context, index, record.get()) == 0) return;
        }
    });
}

void expect_e164(std::string_view number) {
    const bool has_digits = number.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if (number.size() >= 8 && number.size() <= 16 && number.front() == '+' && has_digits) return;
    throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                                "The number is not in E.164 form: + and 7 to 15 digits.");
}

staffing_status STAFFING_CALL find_by_phone(const staffing_host* host, const staffing_string* number,
                                            const staffing_record_ref_sink* sink,
                                            const staffing_error_sink* error) noexcept {
    return host_call(host, "records.find_by_phone", CalledOn::worker, error, [&](Host& self) {
        staffing::required(sink, "a sink for the records");
        const std::string_view e164 = staffing::checked_text(number, "the number", 200);
        expect_e164(e164);
        for (const Person& person : self.database().records().find_by_phone(e164)) {
            const staffing_record_ref record = to_abi(person.key());
            sink->write(sink->context, &record);
        }
    });
}

/// Throws PERMISSION_DENIED.
void expect_may_edit(const Host& host) {
    const auto login = host.session().current();
    if (login && login->user.may(edit_records_permission)) return;
    throw staffing::StatusError(
        STAFFING_STATUS_PERMISSION_DENIED,
        login
            ? full_name(login->user.first_name, login->user.last_name) +
                  " may not change records. Ask a colleague who may, or an administrator for the permission."
            : "Nobody is logged in, so no record is changed. Log in and try again.");
}

staffing_status STAFFING_CALL update_method(const staffing_host* host, const staffing_record_ref* record,
                                            std::int64_t method_id, const staffing_string* old_value,
                                            const staffing_string* new_value,
                                            const staffing_error_sink* error) noexcept {
    return host_call(host, "records.update_method", CalledOn::worker, error, [&](Host& self) {
        const RecordKey key = from_abi(staffing::required(record, "the record"));
        const std::string_view before = staffing::checked_text(old_value, "the old value", 1000);
        const std::string_view after = staffing::checked_text(new_value, "the new value", 1000);
        expect_may_edit(self);
        self.database().records().update_method(key, method_id, after, before);
        self.bell().ring();  // so that the screens show it at once
    });
}

}  // namespace

const staffing_records& records_table() {
    static constexpr staffing_records table{&get, &find_by_phone, &update_method};
    return table;
}

}  // namespace mock_host
