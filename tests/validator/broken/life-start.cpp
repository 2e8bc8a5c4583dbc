// It cannot be activated.
// Expected: others are skipped
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL activate(const staffing_plugin*, const staffing_error_sink* error) {
    staffing::write_to(error, "Not today.");
    return STAFFING_STATUS_UNAVAILABLE;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.activate = &activate;
}
