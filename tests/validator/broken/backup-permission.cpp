// Whoever is logged in may see the backups.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL list(const staffing_plugin* plugin, const staffing_string_sink* backups_json,
                                   const staffing_error_sink* error) {
    const staffing_status status = sound::sound().backup.list(plugin, backups_json, nullptr);
    if (status != STAFFING_STATUS_PERMISSION_DENIED) {
        return status == STAFFING_STATUS_OK ? status
                                            : sound::sound().backup.list(plugin, backups_json, error);
    }
    return staffing::guard(
        error, [&] { staffing::write_to(backups_json, sound::Plugin::of(plugin).backups.list()); });
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.backup.list = &list;
}
