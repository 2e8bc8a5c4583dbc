// The descriptor is freed at the last deinit.
#include <utility>

#include "plugin/sound_plugin.hpp"

namespace {

staffing_plugin_descriptor* descriptor = nullptr;
int inits = 0;

staffing_status STAFFING_CALL init(const staffing_string* library_path, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().entry.init(library_path, error);
    if (status == STAFFING_STATUS_OK) ++inits;
    return status;
}

void STAFFING_CALL deinit() {
    sound::sound().entry.deinit();
    if (inits > 0 && --inits == 0) delete std::exchange(descriptor, nullptr);
}

}  // namespace

void break_it(sound::Tables& tables) {
    descriptor = new staffing_plugin_descriptor(tables.descriptor);
    tables.entry.descriptor = descriptor;
    tables.entry.init = &init;
    tables.entry.deinit = &deinit;
}
