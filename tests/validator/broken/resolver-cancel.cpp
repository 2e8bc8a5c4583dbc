// A job that is cancelled ends as one that failed.
#include <atomic>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

std::atomic<bool> is_stopping = false;
staffing_resolution_listener real;

void STAFFING_CALL complete(void* context, staffing_status status, const staffing_string* message) noexcept {
    const bool is_asked_for = status == STAFFING_STATUS_CANCELLED && !is_stopping;
    real.complete(context, is_asked_for ? STAFFING_STATUS_UNAVAILABLE : status, message);
}

void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    is_stopping = true;
    sound::sound().plugin.deactivate(plugin);
    is_stopping = false;
}

staffing_status STAFFING_CALL start(const staffing_plugin* plugin, const staffing_resolution_request* request,
                                    const staffing_resolution_listener* listener, std::uint64_t* job_id,
                                    const staffing_error_sink* error) {
    if (!(request != nullptr && request->struct_size >= sizeof *request && request->record_count == 20'000))
        return sound::sound().resolver.start(plugin, request, listener, job_id, error);
    real = *listener;
    const staffing_resolution_listener between{sizeof between, 0, real.context, real.partial, &complete};
    return sound::sound().resolver.start(plugin, request, &between, job_id, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.deactivate = &deactivate;
    tables.resolver.start = &start;
}
