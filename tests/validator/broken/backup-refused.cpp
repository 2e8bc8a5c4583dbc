// Of a backup that cannot be put back a part is, all the same.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL restore(const staffing_plugin* plugin, const staffing_string* path,
                                      const staffing_error_sink* error) {
    const staffing_status status = sound::sound().backup.restore(plugin, path, error);
    if (status == STAFFING_STATUS_REFUSED) sound::Plugin::of(plugin).settings.change(R"({"greeting": "Hi"})");
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.backup.restore = &restore;
}
