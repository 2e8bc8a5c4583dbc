#include "entry/host_extensions.hpp"

#include <string_view>

#include "staffing_cpp/table.hpp"
#include "staffing_cpp/text.hpp"

namespace send_text {

std::vector<std::string> HostExtensions::take_tables() {
    std::vector<std::string> incomplete;
    const auto ask_for = [&]<class Table>(std::string_view id, const Table*& table) {
        const staffing_string name = staffing::abi(id);
        const void* const given = ask(host->get_extension, &name);
        table = static_cast<const Table*>(staffing::complete_table(id, given));
        if (given == nullptr || table != nullptr) return;
        incomplete.push_back("The host's " + std::string(id) + " has no function " +
                             std::string(staffing::missing_function(id, given)) +
                             ". Send Text works as if the host did not offer " + std::string(id) +
                             ". Tell the host's vendor.");
    };
    ask_for(STAFFING_EXT_CLOCK, clock);
    ask_for(STAFFING_EXT_CREDENTIALS, credentials);
    ask_for(STAFFING_EXT_DIALOGS, dialogs);
    ask_for(STAFFING_EXT_LOG, log);
    ask_for(STAFFING_EXT_MAIN_THREAD, main_thread);
    ask_for(STAFFING_EXT_MESSAGE_LOG, message_log);
    ask_for(STAFFING_EXT_MONOTONIC_CLOCK, monotonic_clock);
    ask_for(STAFFING_EXT_NOTIFICATIONS, notifications);
    ask_for(STAFFING_EXT_ORGANIZATION, organization);
    ask_for(STAFFING_EXT_PATHS, paths);
    ask_for(STAFFING_EXT_PROGRESS, progress);
    ask_for(STAFFING_EXT_RECORDS, records);
    ask_for(STAFFING_EXT_SESSION, session);
    ask_for(STAFFING_EXT_THREAD_CHECK, thread_check);
    return incomplete;
}

std::optional<Refusal> HostExtensions::texting_refusal() const {
    const struct {
        const void* table;
        const char* id;
        const char* use;
    } needed[] = {
        {session, STAFFING_EXT_SESSION, "to know who is logged in"},
        {records, STAFFING_EXT_RECORDS, "to look up phone numbers"},
        {dialogs, STAFFING_EXT_DIALOGS, "to show its windows"},
        {main_thread, STAFFING_EXT_MAIN_THREAD, "to show its windows"},
        {credentials, STAFFING_EXT_CREDENTIALS, "to keep the passwords of accounts"},
        {paths, STAFFING_EXT_PATHS, "to keep its texts"},
    };
    for (const auto& [table, id, use] : needed) {
        if (table == nullptr) {
            return Refusal{std::string("This host does not offer ") + id + ", which Send Text needs " + use +
                           ". Ask the host's vendor for it."};
        }
    }
    return std::nullopt;
}

}  // namespace send_text
