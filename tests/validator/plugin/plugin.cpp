#include "plugin.hpp"

#include "staffing_cpp/check.hpp"

namespace sound {

using staffing::required;
using staffing::StatusError;

Plugin& Plugin::of(const staffing_plugin* plugin) {
    auto* const found = static_cast<Plugin*>(required(plugin, "the plug-in").plugin_data);
    required(found, "the plug-in's data");
    return *found;
}

Plugin& Plugin::active(const staffing_plugin* plugin, OnThread wanted) {
    Plugin& self = of(plugin);
    if (self.state != State::active) {
        throw StatusError(STAFFING_STATUS_WRONG_STATE, "The plug-in is not active. Activate it first.");
    }
    if (wanted == OnThread::any || self.host.is_main_thread() == (wanted == OnThread::main)) return self;
    throw StatusError(STAFFING_STATUS_WRONG_THREAD,
                      wanted == OnThread::main ? "This is to be called on the main thread."
                                               : "This may wait: it is not to be called on the main thread.");
}

void Plugin::activate() {
    const std::string folder = host.data_folder();
    settings.open(folder);
    accounts.open(folder);
    audit.open(folder);
    backups.open(folder);
    worker.start();
    host.log(STAFFING_LOG_INFO, "The plug-in is active.");
}

void Plugin::deactivate() {
    worker.stop();
    main_tasks.clear();
    greetings.close_all();
    host.log(STAFFING_LOG_INFO, "The plug-in is not active any more.");
}

}  // namespace sound
