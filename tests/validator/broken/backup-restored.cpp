// A backup that is put back is looked at, and nothing more.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL restore(const staffing_plugin* plugin, const staffing_string* path,
                                      const staffing_error_sink* error) {
    sound::Plugin* const self = plugin == nullptr ? nullptr : &sound::Plugin::of(plugin);
    const std::string before = self == nullptr ? "" : self->settings.values();
    const staffing_status status = sound::sound().backup.restore(plugin, path, error);
    if (status == STAFFING_STATUS_OK) self->settings.change(before);
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.backup.restore = &restore;
}
