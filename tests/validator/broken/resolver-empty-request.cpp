// A request of nobody is refused.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL start(const staffing_plugin* plugin, const staffing_resolution_request* request,
                                    const staffing_resolution_listener* listener, std::uint64_t* job_id,
                                    const staffing_error_sink* error) {
    if (!(request != nullptr && request->struct_size >= sizeof *request && request->record_count == 0))
        return sound::sound().resolver.start(plugin, request, listener, job_id, error);
    staffing::write_to(error, "Nobody was asked for.");
    return STAFFING_STATUS_REFUSED;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.resolver.start = &start;
}
