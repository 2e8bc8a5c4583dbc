#include "entry/host_extensions.hpp"

#include <string_view>

#include "staffing_cpp/text.hpp"

namespace send_text {
namespace {

template <class Table>
void ask_for(const staffing_host* host, std::string_view id, const Table*& table) {
    const staffing_string name = staffing::abi(id);
    table = static_cast<const Table*>(host->get_extension(host, &name));
}

}  // namespace

void HostExtensions::ask() {
    ask_for(host, STAFFING_EXT_CLOCK, clock);
    ask_for(host, STAFFING_EXT_CREDENTIALS, credentials);
    ask_for(host, STAFFING_EXT_DIALOGS, dialogs);
    ask_for(host, STAFFING_EXT_LOG, log);
    ask_for(host, STAFFING_EXT_MAIN_THREAD, main_thread);
    ask_for(host, STAFFING_EXT_MESSAGE_LOG, message_log);
    ask_for(host, STAFFING_EXT_NOTIFICATIONS, notifications);
    ask_for(host, STAFFING_EXT_PATHS, paths);
    ask_for(host, STAFFING_EXT_PROGRESS, progress);
    ask_for(host, STAFFING_EXT_RECORDS, records);
    ask_for(host, STAFFING_EXT_SESSION, session);
    ask_for(host, STAFFING_EXT_THREAD_CHECK, thread_check);
}

std::string HostExtensions::why_not_texting() const {
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
            return std::string("This host does not offer ") + id + ", which Send Text needs " + use +
                   ". Ask the host's vendor for it.";
        }
    }
    return {};
}

}  // namespace send_text
