// A menu that is opened right after a resolution was begun is not expected.
// Others are not run: deactivate-from-within opens a menu right after a resolution was begun, too.
#include <atomic>
#include <cstdlib>
#include <thread>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

const std::thread::id main_thread = std::this_thread::get_id();  // it is loaded there
std::atomic<bool> is_begun = false;                              // on the main thread

staffing_status STAFFING_CALL start(const staffing_plugin* plugin, const staffing_resolution_request* request,
                                    const staffing_resolution_listener* listener, std::uint64_t* job_id,
                                    const staffing_error_sink* error) {
    if (std::this_thread::get_id() == main_thread) is_begun = true;
    return sound::sound().resolver.start(plugin, request, listener, job_id, error);
}

staffing_status STAFFING_CALL cancel(const staffing_plugin* plugin, std::uint64_t job_id) {
    is_begun = false;
    return sound::sound().resolver.cancel(plugin, job_id);
}

staffing_status STAFFING_CALL flush_record(const staffing_plugin* plugin, const staffing_record_ref* record,
                                           const staffing_error_sink* error) {
    is_begun = false;
    return sound::sound().logger.flush_record(plugin, record, error);
}

staffing_status STAFFING_CALL values(const staffing_plugin* plugin, const staffing_string_sink* values_json,
                                     const staffing_error_sink* error) {
    is_begun = false;
    return sound::sound().settings.values(plugin, values_json, error);
}

staffing_status STAFFING_CALL service_describe(const staffing_plugin* plugin,
                                               const staffing_string_sink* form_json,
                                               const staffing_error_sink* error) {
    is_begun = false;
    return sound::sound().service.describe(plugin, form_json, error);
}

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    if (is_begun) std::abort();
    return sound::sound().menu.populate(plugin, target, sink, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.resolver.start = &start;
    tables.resolver.cancel = &cancel;
    tables.logger.flush_record = &flush_record;
    tables.settings.values = &values;
    tables.service.describe = &service_describe;
    tables.menu.populate = &populate;
}
