#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/loader/record_refs.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

namespace {

using staffing::abi;
using staffing::StatusError;

[[noreturn]] void refuse(const std::string& words) {
    throw StatusError(STAFFING_STATUS_REFUSED, words);
}

/// The side effect of a code, for messages; empty: none.
std::string words_of_side_effect(const ActionCode& code) {
    if (code.side_effect == "deactivate") return "deactivates the person";
    if (code.side_effect == "reactivate") return "reactivates the person";
    if (code.side_effect == "do_not_assign") return "marks the person \"do not assign\"";
    return code.side_effect;
}

void expect_usable(const std::optional<ActionCode>& code, std::string_view name,
                   const std::vector<RecordKey>& records) {
    const std::string quoted = "\"" + std::string(name) + "\"";
    if (!code) refuse("There is no action code " + quoted + ". Choose another in the plug-in's settings.");
    if (!code->active) refuse("The action code " + quoted + " is inactive. Activate it, or choose another.");
    if (!code->side_effect.empty()) {
        refuse("Logging under the action code " + quoted + " " + words_of_side_effect(*code) +
               ", so no plug-in may log under it. Choose another.");
    }
    for (const RecordKey& record : records) {
        const bool is_employee = record.kind == RecordKind::employee;
        if (is_employee ? code->relevant_to_employee : code->relevant_to_contact) continue;
        refuse("The action code " + quoted + " is not for " + std::string(word(record.kind)) +
               " records. Choose another.");
    }
}

std::vector<RecordKey> those_left(StaffingDatabase& database, const std::vector<RecordKey>& records) {
    std::vector<RecordKey> left;
    for (const Person& person : database.records().get(records))
        left.push_back(person.key());
    if (left.empty()) {
        throw StatusError(STAFFING_STATUS_NOT_FOUND, "None of the message's records exists any longer.");
    }
    return left;
}

NewMessage checked_message(const Host& host, const staffing_message* given) {
    const staffing_message message = staffing::checked_struct(given, "the message");
    NewMessage result;
    result.key = staffing::checked_text(message.key, "the message's key", 200);
    result.action_code = staffing::checked_text(message.action_code, "the action code", 200);
    result.text = staffing::checked_text(message.text, "the message's text", std::uint64_t{4} << 20U);
    result.author_user_id = message.author_rep_id;
    result.links = from_abi(message.records, message.record_count);
    result.created_at_ms = host.now_ms();
    if (result.key.empty()) throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "The message has no key.");
    if (result.links.empty())
        throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "The message has no record.");
    return result;
}

staffing_status STAFFING_CALL add(const staffing_host* host, const staffing_message* message,
                                  std::int64_t* message_id, const staffing_error_sink* error) noexcept {
    return host_call(host, "message_log.add", CalledOn::worker, error, [&](Host& self) {
        staffing::required(message_id, "a place for the message's id");
        NewMessage fresh = checked_message(self, message);
        StaffingDatabase& database = self.database();
        // First: what was logged stays logged, whatever became of its code or its records.
        if (const auto known = database.messages().find_by_key(fresh.key)) {
            *message_id = known->id;
            return;
        }
        if (fresh.author_user_id != 0 && !database.users().find(fresh.author_user_id)) {
            refuse("There is no ServiceRep " + std::to_string(fresh.author_user_id) + ".");
        }
        expect_usable(database.action_codes().find(fresh.action_code), fresh.action_code, fresh.links);
        fresh.links = those_left(database, fresh.links);
        *message_id = database.messages().add(fresh).id;
    });
}

staffing_status STAFFING_CALL action_codes(const staffing_host* host, const staffing_action_code_sink* sink,
                                           const staffing_error_sink* error) noexcept {
    return host_call(host, "message_log.action_codes", CalledOn::worker, error, [&](Host& self) {
        staffing::required(sink, "a sink for the action codes");
        for (const ActionCode& code : self.database().action_codes().list()) {
            const std::string side_effect = words_of_side_effect(code);
            const staffing_action_code given{sizeof(staffing_action_code),
                                             code.active ? 1 : 0,
                                             code.relevant_to_employee ? 1 : 0,
                                             code.relevant_to_contact ? 1 : 0,
                                             abi(code.code),
                                             abi(code.description),
                                             abi(side_effect)};
            sink->write(sink->context, &given);
        }
    });
}

}  // namespace

const staffing_message_log& message_log_table() {
    static constexpr staffing_message_log table{&add, &action_codes};
    return table;
}

}  // namespace mock_host
