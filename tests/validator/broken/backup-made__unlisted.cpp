// The list of backups is always empty.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL list(const staffing_plugin* plugin, const staffing_string_sink* backups_json,
                                   const staffing_error_sink* error) {
    const staffing::StringCollector text;
    const staffing_status status =
        sound::sound().backup.list(plugin, backups_json == nullptr ? nullptr : text.sink(), error);
    if (status == STAFFING_STATUS_OK) staffing::write_to(backups_json, R"({"folder": "", "backups": []})");
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.backup.list = &list;
}
