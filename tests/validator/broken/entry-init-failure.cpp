// An init that is refused is counted all the same.
#include "plugin/sound_plugin.hpp"

namespace {

staffing_status STAFFING_CALL init(const staffing_string* path, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().entry.init(path, error);
    const staffing_string empty{nullptr, 0};
    if (status != STAFFING_STATUS_OK) sound::sound().entry.init(&empty, nullptr);
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.entry.init = &init;
}
