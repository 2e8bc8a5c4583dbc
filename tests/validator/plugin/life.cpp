#include <string>

#include "functions.hpp"

namespace sound {

using staffing::guard;
using staffing::StatusError;

namespace {

void expect_state(const Plugin& plugin, State wanted, const char* step) {
    if (plugin.state == wanted) return;
    throw StatusError(STAFFING_STATUS_WRONG_STATE,
                      std::string(step) + " was called at the wrong point of the plug-in's life.");
}

staffing_status STAFFING_CALL init(const staffing_plugin* plugin, const staffing_error_sink* error) noexcept {
    return guard(error, [&] {
        Plugin& self = Plugin::of(plugin);
        expect_state(self, State::created, "init");
        self.host.ask();
        self.state = State::ready;
    });
}

staffing_status STAFFING_CALL activate(const staffing_plugin* plugin,
                                       const staffing_error_sink* error) noexcept {
    return guard(error, [&] {
        Plugin& self = Plugin::of(plugin);
        expect_state(self, State::ready, "activate");
        self.activate();
        self.state = State::active;
    });
}

void STAFFING_CALL deactivate(const staffing_plugin* plugin) noexcept {
    guard(nullptr, [&] {
        Plugin& self = Plugin::of(plugin);
        if (self.state != State::active || self.own_work.includes_this_thread()) return;
        self.state = State::ready;
        self.deactivate();
    });
}

void STAFFING_CALL destroy(const staffing_plugin* plugin) noexcept {
    deactivate(plugin);
    guard(nullptr, [&] { delete &Plugin::of(plugin); });
}

const void* STAFFING_CALL get_extension(const staffing_plugin* plugin, const staffing_string* id) noexcept {
    const void* found = nullptr;
    guard(nullptr, [&] {
        if (Plugin::of(plugin).state == State::created) return;
        const std::string_view wanted = staffing::checked_text(id, "the extension's id", 200);
        const Tables& all = tables();
        if (wanted == STAFFING_EXT_MENU) found = &all.menu;
        if (wanted == STAFFING_EXT_DIALOG_EVENTS) found = &all.dialog_events;
        if (wanted == STAFFING_EXT_RECIPIENT_RESOLVER) found = &all.resolver;
        if (wanted == STAFFING_EXT_MESSAGE_LOGGER) found = &all.logger;
        if (wanted == STAFFING_EXT_EXTERNAL_SERVICE) found = &all.service;
        if (wanted == STAFFING_EXT_SETTINGS) found = &all.settings;
        if (wanted == STAFFING_EXT_ACCOUNT_ACTIONS) found = &all.account_actions;
        if (wanted == STAFFING_EXT_AUDIT) found = &all.audit;
        if (wanted == STAFFING_EXT_BACKUP) found = &all.backup;
        if (wanted == STAFFING_EXT_SESSION_EVENTS) found = &all.session_events;
    });
    return found;
}

}  // namespace

const staffing_plugin life_functions{
    sizeof life_functions, 0, nullptr, nullptr, &init, &activate, &deactivate, &destroy, &get_extension};

}  // namespace sound
