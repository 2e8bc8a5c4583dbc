#include "sound_plugin.hpp"

#include "functions.hpp"

namespace sound {
namespace {

Tables without_defect() {
    Tables made{};
    made.give_entry = [] { return static_cast<const staffing_plugin_entry*>(&tables().entry); };
    made.descriptor = descriptor;
    made.entry = entry_functions;
    made.plugin = life_functions;
    made.menu = menu_functions;
    made.dialog_events = dialog_events_functions;
    made.resolver = resolver_functions;
    made.logger = logger_functions;
    made.service = service_functions;
    made.settings = settings_functions;
    made.account_actions = account_actions_functions;
    made.audit = audit_functions;
    made.backup = backup_functions;
    made.session_events = session_events_functions;
    return made;
}

}  // namespace

const Tables& sound() {
    static const Tables unbroken = without_defect();
    return unbroken;
}

Tables& tables() {
    // break_it gets the very tables that the host will see: pointers between them stay right.
    static Tables in_force;
    static const bool is_made = [] {
        in_force = sound();
        in_force.entry.descriptor = &in_force.descriptor;
        in_force.plugin.descriptor = &in_force.descriptor;
        break_it(in_force);
        return true;
    }();
    static_cast<void>(is_made);
    return in_force;
}

}  // namespace sound

extern "C" const staffing_plugin_entry* STAFFING_CALL staffing_plugin_entry_v1(void) {
    return sound::tables().give_entry();
}
