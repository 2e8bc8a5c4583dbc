#pragma once

#include <string>

#include "plugin.hpp"
#include "sound_plugin.hpp"
#include "staffing_cpp/check.hpp"
#include "staffing_cpp/guard.hpp"

namespace sound {

// The sound functions, a source file for each table.
extern const staffing_plugin_descriptor descriptor;
extern const staffing_plugin_entry entry_functions;
extern const staffing_plugin life_functions;
extern const staffing_menu menu_functions;
extern const staffing_dialog_events dialog_events_functions;
extern const staffing_recipient_resolver resolver_functions;
extern const staffing_message_logger logger_functions;
extern const staffing_external_service service_functions;
extern const staffing_settings settings_functions;
extern const staffing_account_actions account_actions_functions;
extern const staffing_audit audit_functions;
extern const staffing_backup backup_functions;
extern const staffing_session_events session_events_functions;

/// What every function of an extension does around its `work(Plugin&)`: looks at the pointer, the point of
/// the life and the thread.
template <class Work>
staffing_status answered(const staffing_plugin* plugin, OnThread wanted, const staffing_error_sink* error,
                         Work&& work) noexcept {
    return staffing::guard(error, [&] {
        Plugin& self = Plugin::active(plugin, wanted);
        const Within within(self.own_work);
        work(self);
    });
}

/// Throws StatusError for NULL.
template <class Function>
void require_function(Function* function, const char* what) {
    if (function == nullptr) {
        throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                                    std::string(what) + " has no function.");
    }
}

/// The sink of a caller, whose function must be there, too.
template <class Sink>
const Sink& required_sink(const Sink* sink, const char* what) {
    require_function(staffing::required(sink, what).write, what);
    return *sink;
}

}  // namespace sound
