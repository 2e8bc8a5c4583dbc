#include "entry/host_message_log.hpp"

#include <exception>

#include "entry/broken_items.hpp"
#include "entry/from_host.hpp"
#include "staffing_cpp/check.hpp"

namespace send_text {
namespace {

struct Codes {
    std::vector<ActionCode> codes;
    BrokenItems broken = {};
    std::exception_ptr failure = {};
};

void STAFFING_CALL take_code(void* context, const staffing_action_code* given) {
    auto& answer = *static_cast<Codes*>(context);
    try {
        const auto code = staffing::checked_struct(given, "a message action code");
        answer.codes.push_back({text_from(code.code), code.is_active != 0, code.relevant_to_employees != 0,
                                code.relevant_to_contacts != 0, text_from(code.side_effect)});
    } catch (const staffing::StatusError& error) {
        answer.broken.add(std::string("The host gave an invalid message action code, which is ignored. ") +
                          error.what());
    } catch (...) {
        answer.failure = std::current_exception();
    }
}

}  // namespace

std::string HostMessageLog::add(const LoggedMessage& message) try {
    const staffing_message_log& log = offered(host_.message_log, STAFFING_EXT_MESSAGE_LOG);
    std::vector<staffing_record_ref> records;
    for (const RecordRef& record : message.records)
        records.push_back(to_abi(record));
    staffing_message given{};
    given.struct_size = sizeof(given);
    given.key = staffing::abi(message.key);
    given.action_code = staffing::abi(message.action_code);
    given.text = staffing::abi(message.text);
    given.author_rep_id = message.author_rep_id;
    given.records = records.data();
    given.record_count = records.size();
    std::int64_t message_id = 0;
    host_.call("Adding a message", log.add, &given, &message_id);
    return std::to_string(message_id);
} catch (const staffing::StatusError& error) {
    if (error.status() == STAFFING_STATUS_NOT_FOUND) return {};
    throw MessageLogError(error.what());
}

std::vector<ActionCode> HostMessageLog::action_codes() const {
    const staffing_message_log& log = offered(host_.message_log, STAFFING_EXT_MESSAGE_LOG);
    Codes answer;
    const staffing_action_code_sink sink{&answer, &take_code};
    host_.call("Reading the message action codes", log.action_codes, &sink);
    answer.broken.say(log_);
    if (answer.failure) std::rethrow_exception(answer.failure);
    return answer.codes;
}

}  // namespace send_text
