// A job that never was can be cancelled.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL cancel(const staffing_plugin* plugin, std::uint64_t job_id) {
    const staffing_status status = sound::sound().resolver.cancel(plugin, job_id);
    return plugin != nullptr && job_id == ~std::uint64_t{0} ? STAFFING_STATUS_OK : status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.resolver.cancel = &cancel;
}
