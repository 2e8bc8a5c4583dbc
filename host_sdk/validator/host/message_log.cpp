#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

using staffing::abi;
using staffing::checked_text;
using staffing::required;
using staffing::StatusError;

staffing_status STAFFING_CALL add(const staffing_host* host, const staffing_message* message,
                                  std::int64_t* message_id, const staffing_error_sink* error) noexcept {
    return host_call(host, "message_log.add", CalledOn::worker, error, [&](ValidatorHost& self) {
        const staffing_message given = staffing::checked_struct(message, "the message");
        const std::string key(checked_text(given.key, "the message's key", 200));
        checked_text(given.text, "the message's text");
        required(message_id, "a place for the message's id");
        if (key.empty()) throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "the message has no key.");
        if (given.record_count == 0) {
            throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "the message has no record.");
        }
        required(given.records, "the message's records");
        if (checked_text(given.action_code, "the message's action code") != "Text") {
            throw StatusError(STAFFING_STATUS_REFUSED, "There is no such action code.");
        }
        const std::lock_guard lock(self.data_mutex);
        const auto next_id = static_cast<std::int64_t>(self.messages.size()) + 1;
        *message_id = self.messages.emplace(key, next_id).first->second;
    });
}

staffing_status STAFFING_CALL action_codes(const staffing_host* host, const staffing_action_code_sink* sink,
                                           const staffing_error_sink* error) noexcept {
    return host_call(host, "message_log.action_codes", CalledOn::worker, error, [&](ValidatorHost&) {
        const staffing_action_code code{sizeof code, 1, 1, 1, abi("Text"), abi("Text conversation"), abi("")};
        required(sink, "a sink for the action codes").write(sink->context, &code);
    });
}

}  // namespace

const staffing_message_log message_log_table{&add, &action_codes};

}  // namespace validator
