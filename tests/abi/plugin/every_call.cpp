#include "abi/plugin/every_call.hpp"

#include "staffing/ext/dialog_events.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/menu.h"
#include "staffing/ext/message_logger.h"
#include "staffing/ext/recipient_resolver.h"
#include "staffing/ext/settings.h"

namespace abi {
namespace {

using staffing::abi;

constexpr staffing_record_ref employee{STAFFING_RECORD_KIND_EMPLOYEE, 0, 5814};
const staffing_string action = abi("send_text");
const staffing_string nothing = abi("{}");

const staffing_resolution_request request{sizeof(staffing_resolution_request), 0, &employee, 1};
const staffing_resolution_listener listener{sizeof(staffing_resolution_listener), 0, nullptr,
                                            [](void*, const staffing_recipient* const*, std::uint64_t) {},
                                            [](void*, staffing_status, const staffing_string*) {}};

std::uint64_t job_id = 0;
std::int64_t account_id = 0;

}  // namespace

const staffing_string_sink no_text{nullptr, [](void*, const char*, std::uint64_t) {}};
const staffing_menu_item_sink no_items{nullptr, [](void*, const staffing_menu_item*) {}};

staffing_menu_target one_employee() {
    return {sizeof(staffing_menu_target), STAFFING_MENU_PLACE_EMPLOYEE_RECORD, &employee, 1, 0};
}

std::vector<Call> every_call(const SendText& text) {
    const auto* const menu = &text.table<staffing_menu>(STAFFING_EXT_MENU);
    const auto* const dialogs = &text.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS);
    const auto* const resolver = &text.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER);
    const auto* const logger = &text.table<staffing_message_logger>(STAFFING_EXT_MESSAGE_LOGGER);
    const auto* const accounts = &text.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE);
    const auto* const settings = &text.table<staffing_settings>(STAFFING_EXT_SETTINGS);
    return {
        {"menu.populate", Where::main_thread,
         [=](auto* plugin, auto* error) {
             const staffing_menu_target target = one_employee();
             return menu->populate(plugin, &target, &no_items, error);
         }},
        {"menu.perform", Where::main_thread,
         [=](auto* plugin, auto* error) {
             const staffing_menu_target target = one_employee();
             return menu->perform(plugin, &target, &action, error);
         }},
        {"dialog_events.on_event", Where::main_thread,
         [=](auto* plugin, auto* error) { return dialogs->on_event(plugin, 1, &nothing, error); }},
        {"recipient_resolver.start", Where::any_thread,
         [=](auto* plugin, auto* error) {
             return resolver->start(plugin, &request, &listener, &job_id, error);
         }},
        {"recipient_resolver.cancel", Where::any_thread,
         [=](auto* plugin, auto*) { return resolver->cancel(plugin, 4711); }, false},
        {"message_logger.flush", Where::worker,
         [=](auto* plugin, auto* error) { return logger->flush(plugin, error); }},
        {"message_logger.flush_record", Where::worker,
         [=](auto* plugin, auto* error) { return logger->flush_record(plugin, &employee, error); }},
        {"message_logger.record_merged", Where::worker,
         [=](auto* plugin, auto* error) {
             return logger->record_merged(plugin, &employee, &employee, error);
         }},
        {"message_logger.record_deleted", Where::worker,
         [=](auto* plugin, auto* error) { return logger->record_deleted(plugin, &employee, error); }},
        {"external_service.describe", Where::any_thread,
         [=](auto* plugin, auto* error) { return accounts->describe(plugin, &no_text, error); }},
        {"external_service.validate", Where::any_thread,
         [=](auto* plugin, auto* error) { return accounts->validate(plugin, &nothing, &no_text, error); }},
        {"external_service.test", Where::worker,
         [=](auto* plugin, auto* error) { return accounts->test(plugin, 0, &nothing, error); }},
        {"external_service.save", Where::worker,
         [=](auto* plugin, auto* error) { return accounts->save(plugin, 0, &nothing, &account_id, error); }},
        {"external_service.remove", Where::worker,
         [=](auto* plugin, auto* error) { return accounts->remove(plugin, 4711, error); }},
        {"external_service.list", Where::worker,
         [=](auto* plugin, auto* error) { return accounts->list(plugin, &no_text, error); }},
        {"settings.describe", Where::any_thread,
         [=](auto* plugin, auto* error) { return settings->describe(plugin, &no_text, error); }},
        {"settings.values", Where::any_thread,
         [=](auto* plugin, auto* error) { return settings->values(plugin, &no_text, error); }},
        {"settings.change", Where::worker,
         [=](auto* plugin, auto* error) { return settings->change(plugin, &nothing, &no_text, error); }},
    };
}

Answer make(const Call& call, const SendText& text, const staffing_plugin* plugin) {
    Answer answer;
    const auto make = [&] {
        const staffing::StringCollector words;
        answer.status = call.call(plugin, words.sink());
        answer.words = words.text();
    };
    if (call.where == Where::worker) {
        text.work(make);
    } else {
        make();
    }
    return answer;
}

}  // namespace abi
