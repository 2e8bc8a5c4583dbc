#include "host/every_call.hpp"

#include "runner/call_board.hpp"
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
#include "staffing_cpp/call.hpp"

namespace validator {
namespace {

using staffing::abi;

// Static, because the work may go on after the call has answered.
constexpr staffing_record_ref employee{STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};
constexpr staffing_record_ref gone{STAFFING_RECORD_KIND_EMPLOYEE, 0, 4'711'000'001};
constexpr staffing_resolution_request request{sizeof(staffing_resolution_request), 0, &employee, 1};
const staffing_resolution_listener listener{
    sizeof(staffing_resolution_listener), 0, nullptr,
    [](void*, const staffing_recipient* const*, std::uint64_t) noexcept {},
    [](void*, staffing_status, const staffing_string*) noexcept {}};
const staffing_menu_item_sink no_items{nullptr, [](void*, const staffing_menu_item*) noexcept {}};
const staffing_string_sink no_text{nullptr, [](void*, const char*, std::uint64_t) noexcept {}};
constexpr staffing_menu_target target{sizeof target, STAFFING_MENU_PLACE_EMPLOYEE_RECORD, &employee, 1, 0};
const staffing_string no_action = abi("plugin_validator.no_such_action");
const staffing_string closed_event = abi(R"({"event": "closed"})");
const staffing_string empty_object = abi("{}");
const staffing_string no_full_path = abi("plugin_validator");
const staffing_string no_file = abi("/plugin_validator/no_such_backup");

template <class Table>
const Table* table(const LivePlugin& plugin, const char* id) {
    return plugin.table<Table>(id);
}

}  // namespace

std::vector<Call> every_call(const LivePlugin& plugin) {
    using Plugin = const staffing_plugin*;
    using Error = const staffing_error_sink*;
    std::vector<Call> calls;
    const auto add = [&](const char* name, CalledOn where, auto function) {
        calls.push_back({name, where, function});
    };
    if (const auto* menu = table<staffing_menu>(plugin, STAFFING_EXT_MENU)) {
        add("menu.populate", CalledOn::main_thread,
            [=](Plugin p, Error e) { return menu->populate(p, &target, &no_items, e); });
        add("menu.perform", CalledOn::main_thread,
            [=](Plugin p, Error e) { return menu->perform(p, &target, &no_action, e); });
    }
    if (const auto* events = table<staffing_dialog_events>(plugin, STAFFING_EXT_DIALOG_EVENTS)) {
        add("dialog_events.on_event", CalledOn::main_thread,
            [=](Plugin p, Error e) { return events->on_event(p, 4711, &closed_event, e); });
    }
    if (const auto* resolver = table<staffing_recipient_resolver>(plugin, STAFFING_EXT_RECIPIENT_RESOLVER)) {
        add("recipient_resolver.start", CalledOn::any_thread, [=](Plugin p, Error e) {
            std::uint64_t job_id = 0;
            return resolver->start(p, &request, &listener, &job_id, e);
        });
        add("recipient_resolver.cancel", CalledOn::any_thread,
            [=](Plugin p, Error) { return resolver->cancel(p, 4'711'000'001); });
    }
    if (const auto* logger = table<staffing_message_logger>(plugin, STAFFING_EXT_MESSAGE_LOGGER)) {
        add("message_logger.flush", CalledOn::worker, [=](Plugin p, Error e) { return logger->flush(p, e); });
        add("message_logger.flush_record", CalledOn::worker,
            [=](Plugin p, Error e) { return logger->flush_record(p, &employee, e); });
        add("message_logger.record_merged", CalledOn::worker,
            [=](Plugin p, Error e) { return logger->record_merged(p, &gone, &employee, e); });
        add("message_logger.record_deleted", CalledOn::worker,
            [=](Plugin p, Error e) { return logger->record_deleted(p, &gone, e); });
    }
    if (const auto* service = table<staffing_external_service>(plugin, STAFFING_EXT_EXTERNAL_SERVICE)) {
        add("external_service.describe", CalledOn::any_thread,
            [=](Plugin p, Error e) { return service->describe(p, &no_text, e); });
        add("external_service.validate", CalledOn::any_thread,
            [=](Plugin p, Error e) { return service->validate(p, &empty_object, &no_text, e); });
        add("external_service.test", CalledOn::worker,
            [=](Plugin p, Error e) { return service->test(p, 0, &empty_object, e); });
        add("external_service.save", CalledOn::worker, [=](Plugin p, Error e) {
            std::int64_t saved_id = 0;
            return service->save(p, 4'711'000'001, &empty_object, &saved_id, e);
        });
        add("external_service.remove", CalledOn::worker,
            [=](Plugin p, Error e) { return service->remove(p, 4'711'000'001, e); });
        add("external_service.list", CalledOn::worker,
            [=](Plugin p, Error e) { return service->list(p, &no_text, e); });
    }
    if (const auto* settings = table<staffing_settings>(plugin, STAFFING_EXT_SETTINGS)) {
        add("settings.describe", CalledOn::any_thread,
            [=](Plugin p, Error e) { return settings->describe(p, &no_text, e); });
        add("settings.values", CalledOn::any_thread,
            [=](Plugin p, Error e) { return settings->values(p, &no_text, e); });
        add("settings.change", CalledOn::worker,
            [=](Plugin p, Error e) { return settings->change(p, &empty_object, &no_text, e); });
    }
    if (const auto* actions = table<staffing_account_actions>(plugin, STAFFING_EXT_ACCOUNT_ACTIONS)) {
        add("account_actions.perform", CalledOn::worker,
            [=](Plugin p, Error e) { return actions->perform(p, 4'711'000'001, &no_action, e); });
    }
    if (const auto* audit = table<staffing_audit>(plugin, STAFFING_EXT_AUDIT)) {
        add("audit.read", CalledOn::worker, [=](Plugin p, Error e) {
            std::int64_t last_id = 0;
            return audit->read(p, STAFFING_AUDIT_FORMAT_CSV, 0, 100, &no_text, &last_id, e);
        });
    }
    // Each backup is a file, and these calls are frequent: only the checks of backups make any.
    if (const auto* backup = table<staffing_backup>(plugin, STAFFING_EXT_BACKUP)) {
        add("backup.back_up", CalledOn::worker,
            [=](Plugin p, Error e) { return backup->back_up(p, &no_full_path, &no_text, e); });
        add("backup.restore", CalledOn::worker,
            [=](Plugin p, Error e) { return backup->restore(p, &no_file, e); });
        add("backup.list", CalledOn::worker, [=](Plugin p, Error e) { return backup->list(p, &no_text, e); });
    }
    if (const auto* session = table<staffing_session_events>(plugin, STAFFING_EXT_SESSION_EVENTS)) {
        add("session_events.changed", CalledOn::main_thread,
            [=](Plugin p, Error e) { return session->changed(p, e); });
    }
    return calls;
}

Answer make_here(const LivePlugin& plugin, const Call& call) {
    const staffing::StringCollector words;
    const InCall in_call(call.name);
    Answer answer;
    answer.status = call.make(plugin.c(), words.sink());
    answer.words = words.text();
    return answer;
}

Answer make(const LivePlugin& plugin, const Call& call) {
    if (call.where != CalledOn::worker) return make_here(plugin, call);
    Answer answer;
    plugin.work([&] { answer = make_here(plugin, call); });
    return answer;
}

}  // namespace validator
