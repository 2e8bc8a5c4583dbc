#include "host/backup_use.hpp"

#include "staffing_cpp/call.hpp"

namespace validator {
namespace {

const staffing_backup& backup_of(const LivePlugin& plugin) {
    return *plugin.table<staffing_backup>(STAFFING_EXT_BACKUP);
}

}  // namespace

MadeBackup back_up(const LivePlugin& plugin, const std::string& path) {
    MadeBackup made;
    const staffing_string given = staffing::abi(path);
    const staffing_string_sink sink{&made.written,
                                    [](void* context, const char* data, std::uint64_t size) noexcept {
                                        static_cast<std::vector<std::string>*>(context)->emplace_back(
                                            data, static_cast<std::size_t>(size));
                                    }};
    made.answer = plugin.call_on_worker(backup_of(plugin).back_up, &given, &sink);
    return made;
}

Answer restore(const LivePlugin& plugin, const std::string& path) {
    const staffing_string given = staffing::abi(path);
    return plugin.call_on_worker(backup_of(plugin).restore, &given);
}

Answer list_backups(const LivePlugin& plugin, std::string& backups_json) {
    const staffing::StringCollector text;
    const Answer answer = plugin.call_on_worker(backup_of(plugin).list, text.sink());
    backups_json = text.text();
    return answer;
}

void back_up_once(const LivePlugin& plugin) {
    if (plugin.table<staffing_backup>(STAFFING_EXT_BACKUP) != nullptr) back_up(plugin, "");
}

}  // namespace validator
