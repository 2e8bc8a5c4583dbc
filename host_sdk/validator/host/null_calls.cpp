#include "host/null_calls.hpp"

#include "staffing/ext/account_actions.h"
#include "staffing/ext/audit.h"
#include "staffing/ext/backup.h"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/menu.h"
#include "staffing/ext/message_logger.h"
#include "staffing/ext/recipient_resolver.h"
#include "staffing/ext/settings.h"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

using staffing::abi;

constexpr staffing_record_ref employee{STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};
constexpr staffing_menu_target target{sizeof target, STAFFING_MENU_PLACE_EMPLOYEE_RECORD, &employee, 1, 0};
constexpr staffing_menu_target no_records{sizeof target, STAFFING_MENU_PLACE_EMPLOYEE_RECORD, nullptr, 1, 0};
constexpr staffing_resolution_request request{sizeof request, 0, &employee, 1};
constexpr staffing_resolution_request null_records{sizeof request, 0, nullptr, 1};
const staffing_resolution_listener listener{
    sizeof listener, 0, nullptr, [](void*, const staffing_recipient* const*, std::uint64_t) noexcept {},
    [](void*, staffing_status, const staffing_string*) noexcept {}};
const staffing_menu_item_sink items{nullptr, [](void*, const staffing_menu_item*) noexcept {}};
const staffing_string_sink text{nullptr, [](void*, const char*, std::uint64_t) noexcept {}};
const staffing_string action = abi("plugin_validator.no_such_action");
const staffing_string object = abi("{}");
const staffing_string own_place = abi("");

}  // namespace

std::vector<Call> calls_with_null(const LivePlugin& plugin) {
    using Plugin = const staffing_plugin*;
    using Error = const staffing_error_sink*;
    std::vector<Call> calls;
    const auto add = [&](const char* name, CalledOn where, auto function) {
        calls.push_back({name, where, function});
    };
    for (const Call& call : every_call(plugin)) {
        calls.push_back({call.name + " without a plug-in", call.where,
                         [make = call.make](Plugin, Error e) { return make(nullptr, e); }});
    }
    if (const auto* menu = plugin.table<staffing_menu>(STAFFING_EXT_MENU)) {
        const auto main = CalledOn::main_thread;
        add("menu.populate without a target", main,
            [=](Plugin p, Error e) { return menu->populate(p, nullptr, &items, e); });
        add("menu.populate without the target's records", main,
            [=](Plugin p, Error e) { return menu->populate(p, &no_records, &items, e); });
        add("menu.populate without a sink", main,
            [=](Plugin p, Error e) { return menu->populate(p, &target, nullptr, e); });
        add("menu.perform without a target", main,
            [=](Plugin p, Error e) { return menu->perform(p, nullptr, &action, e); });
        add("menu.perform without an action", main,
            [=](Plugin p, Error e) { return menu->perform(p, &target, nullptr, e); });
    }
    if (const auto* events = plugin.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS)) {
        add("dialog_events.on_event without an event", CalledOn::main_thread,
            [=](Plugin p, Error e) { return events->on_event(p, 4'711, nullptr, e); });
    }
    if (const auto* resolver = plugin.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER)) {
        const auto any = CalledOn::any_thread;
        const auto start = [=](const staffing_resolution_request* what,
                               const staffing_resolution_listener* whom) {
            return [=](Plugin p, Error e) {
                std::uint64_t job_id = 0;
                return resolver->start(p, what, whom, &job_id, e);
            };
        };
        add("recipient_resolver.start without a request", any, start(nullptr, &listener));
        add("recipient_resolver.start without records", any, start(&null_records, &listener));
        add("recipient_resolver.start without a listener", any, start(&request, nullptr));
        add("recipient_resolver.start without a place for the job's id", any,
            [=](Plugin p, Error e) { return resolver->start(p, &request, &listener, nullptr, e); });
    }
    if (const auto* logger = plugin.table<staffing_message_logger>(STAFFING_EXT_MESSAGE_LOGGER)) {
        const auto worker = CalledOn::worker;
        add("message_logger.flush_record without a record", worker,
            [=](Plugin p, Error e) { return logger->flush_record(p, nullptr, e); });
        add("message_logger.record_merged without a loser", worker,
            [=](Plugin p, Error e) { return logger->record_merged(p, nullptr, &employee, e); });
        add("message_logger.record_merged without a survivor", worker,
            [=](Plugin p, Error e) { return logger->record_merged(p, &employee, nullptr, e); });
        add("message_logger.record_deleted without a record", worker,
            [=](Plugin p, Error e) { return logger->record_deleted(p, nullptr, e); });
    }
    if (const auto* service = plugin.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE)) {
        const auto worker = CalledOn::worker;
        add("external_service.describe without a sink", CalledOn::any_thread,
            [=](Plugin p, Error e) { return service->describe(p, nullptr, e); });
        add("external_service.validate without values", CalledOn::any_thread,
            [=](Plugin p, Error e) { return service->validate(p, nullptr, &text, e); });
        add("external_service.validate without a sink", CalledOn::any_thread,
            [=](Plugin p, Error e) { return service->validate(p, &object, nullptr, e); });
        add("external_service.test without values", worker,
            [=](Plugin p, Error e) { return service->test(p, 0, nullptr, e); });
        add("external_service.save without values", worker, [=](Plugin p, Error e) {
            std::int64_t saved_id = 0;
            return service->save(p, 0, nullptr, &saved_id, e);
        });
        add("external_service.save without a place for the id", worker,
            [=](Plugin p, Error e) { return service->save(p, 0, &object, nullptr, e); });
        add("external_service.list without a sink", worker,
            [=](Plugin p, Error e) { return service->list(p, nullptr, e); });
    }
    if (const auto* settings = plugin.table<staffing_settings>(STAFFING_EXT_SETTINGS)) {
        add("settings.describe without a sink", CalledOn::any_thread,
            [=](Plugin p, Error e) { return settings->describe(p, nullptr, e); });
        add("settings.values without a sink", CalledOn::any_thread,
            [=](Plugin p, Error e) { return settings->values(p, nullptr, e); });
        add("settings.change without values", CalledOn::worker,
            [=](Plugin p, Error e) { return settings->change(p, nullptr, &text, e); });
        add("settings.change without a sink", CalledOn::worker,
            [=](Plugin p, Error e) { return settings->change(p, &object, nullptr, e); });
    }
    if (const auto* actions = plugin.table<staffing_account_actions>(STAFFING_EXT_ACCOUNT_ACTIONS)) {
        add("account_actions.perform without an action", CalledOn::worker,
            [=](Plugin p, Error e) { return actions->perform(p, 4'711'000'001, nullptr, e); });
    }
    if (const auto* audit = plugin.table<staffing_audit>(STAFFING_EXT_AUDIT)) {
        add("audit.read without a sink", CalledOn::worker, [=](Plugin p, Error e) {
            std::int64_t last_id = 0;
            return audit->read(p, STAFFING_AUDIT_FORMAT_CSV, 0, 1, nullptr, &last_id, e);
        });
        add("audit.read without a place for the last id", CalledOn::worker, [=](Plugin p, Error e) {
            return audit->read(p, STAFFING_AUDIT_FORMAT_CSV, 0, 1, &text, nullptr, e);
        });
    }
    if (const auto* backup = plugin.table<staffing_backup>(STAFFING_EXT_BACKUP)) {
        add("backup.back_up without a path", CalledOn::worker,
            [=](Plugin p, Error e) { return backup->back_up(p, nullptr, &text, e); });
        add("backup.back_up without a sink", CalledOn::worker,
            [=](Plugin p, Error e) { return backup->back_up(p, &own_place, nullptr, e); });
        add("backup.restore without a path", CalledOn::worker,
            [=](Plugin p, Error e) { return backup->restore(p, nullptr, e); });
        add("backup.list without a sink", CalledOn::worker,
            [=](Plugin p, Error e) { return backup->list(p, nullptr, e); });
    }
    return calls;
}

}  // namespace validator
