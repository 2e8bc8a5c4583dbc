// A lock is held while the host reads records, and wanted where a menu opens.
#include <mutex>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

std::mutex mutex;

staffing_status STAFFING_CALL flush(const staffing_plugin* plugin, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().logger.flush(plugin, error);
    if (status != STAFFING_STATUS_OK) return status;
    const sound::HostServices& host = sound::Plugin::of(plugin).host;
    if (host.message_log == nullptr) return status;
    const staffing_action_code_sink no_codes{nullptr, [](void*, const staffing_action_code*) {}};
    const std::lock_guard lock(mutex);
    host.message_log->action_codes(host.host, &no_codes, nullptr);
    return status;
}

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) {
    mutex.lock();
    mutex.unlock();
    return sound::sound().menu.populate(plugin, target, sink, error);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.logger.flush = &flush;
    tables.menu.populate = &populate;
}
