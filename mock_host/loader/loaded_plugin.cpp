#include "mock_host/loader/loaded_plugin.hpp"

#include <nlohmann/json.hpp>

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "staffing/ext/account_actions.h"
#include "staffing/ext/audit.h"
#include "staffing/ext/backup.h"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/menu.h"
#include "staffing/ext/message_logger.h"
#include "staffing/ext/recipient_resolver.h"
#include "staffing/ext/session_events.h"
#include "staffing/ext/settings.h"

namespace mock_host {
namespace {

constexpr const char* plugin_extensions[] = {STAFFING_EXT_ACCOUNT_ACTIONS,  STAFFING_EXT_AUDIT,
                                             STAFFING_EXT_BACKUP,           STAFFING_EXT_DIALOG_EVENTS,
                                             STAFFING_EXT_EXTERNAL_SERVICE, STAFFING_EXT_MENU,
                                             STAFFING_EXT_MESSAGE_LOGGER,   STAFFING_EXT_RECIPIENT_RESOLVER,
                                             STAFFING_EXT_SESSION_EVENTS,   STAFFING_EXT_SETTINGS};

}  // namespace

LoadedPlugin::LoadedPlugin(const PluginLibrary& library, Host& host) : host_(host) {
    host.main_thread().open();
    host.set_in_init(true);
    try {
        life_ = std::make_unique<staffing::PluginLife>(library.entry(), host.c(), library.path());
    } catch (...) {
        host.set_in_init(false);
        forget_what_it_left();
        throw;
    }
    host.set_in_init(false);
    note_incomplete_tables();
    host.dialogs().set_event_sink([this](std::uint64_t dialog_id, const nlohmann::json& event) {
        PluginCalls(life()).send_dialog_event(dialog_id, event);
    });
}

LoadedPlugin::~LoadedPlugin() {
    deactivate();
    host_.dialogs().set_event_sink({});
    life_.reset();
}

void LoadedPlugin::activate() {
    host_.main_thread().open();
    try {
        life_->activate();
    } catch (...) {
        forget_what_it_left();
        throw;
    }
}

void LoadedPlugin::deactivate() {
    life_->deactivate();
    forget_what_it_left();
}

void LoadedPlugin::forget_what_it_left() {
    host_.main_thread().close();
    host_.dialogs().close_all();
    if (host_.virtual_clock() == nullptr) return;
    const std::size_t left = host_.virtual_clock()->close_left_behind();
    if (left == 0) return;
    host_.plugin_misbehaves("The plug-in was deactivated but left " + std::to_string(left) +
                            " waiters open.");
}

/// Such a table counts as not offered; this is reported only once.
void LoadedPlugin::note_incomplete_tables() const {
    const staffing_plugin* const plugin = life_->plugin();
    for (const char* const id : plugin_extensions) {
        const staffing_string name = staffing::abi(id);
        const void* const table = plugin->get_extension(plugin, &name);
        const std::string_view missing =
            table == nullptr ? std::string_view() : staffing::missing_function(id, table);
        if (missing.empty()) continue;
        host_.plugin_misbehaves("The plug-in's " + std::string(id) + " has no function " +
                                std::string(missing) + ". The host works as if the plug-in did not offer " +
                                id + ".");
    }
}

std::vector<std::string> LoadedPlugin::offered_extensions() const {
    std::vector<std::string> offered;
    for (const char* const id : plugin_extensions) {
        if (life_->extension<void>(id) != nullptr) offered.emplace_back(id);
    }
    return offered;
}

}  // namespace mock_host
