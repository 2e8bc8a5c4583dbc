// The first deinit ends it, however often init was called.
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

bool is_ended = false;

staffing_status STAFFING_CALL init(const staffing_string* path, const staffing_error_sink* error) {
    is_ended = false;
    return sound::sound().entry.init(path, error);
}

void STAFFING_CALL deinit() {
    is_ended = true;
    sound::sound().entry.deinit();
}

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) {
    if (!is_ended) return sound::sound().entry.create(host, plugin, error);
    *plugin = nullptr;
    staffing::write_to(error, "It has ended.");
    return STAFFING_STATUS_WRONG_STATE;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.init = &init;
    tables.entry.deinit = &deinit;
    tables.entry.create = &create;
}
