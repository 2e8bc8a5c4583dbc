#include "host/text_calls.hpp"

#include "runner/call_board.hpp"
#include "staffing/ext/account_actions.h"
#include "staffing/ext/backup.h"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/menu.h"
#include "staffing/ext/settings.h"
#include "staffing_cpp/call.hpp"

namespace validator {
namespace {

constexpr staffing_record_ref employee{STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};
constexpr staffing_menu_target target{sizeof target, STAFFING_MENU_PLACE_EMPLOYEE_RECORD, &employee, 1, 0};
const staffing_string_sink no_text{nullptr, [](void*, const char*, std::uint64_t) noexcept {}};

}  // namespace

std::vector<TextCall> every_text(const LivePlugin& plugin) {
    using Plugin = const staffing_plugin*;
    using Text = const staffing_string*;
    using Error = const staffing_error_sink*;
    std::vector<TextCall> calls;
    if (const auto* menu = plugin.table<staffing_menu>(STAFFING_EXT_MENU)) {
        calls.push_back({"menu.perform: action_id", CalledOn::main_thread, false,
                         [=](Plugin p, Text text, Error e) { return menu->perform(p, &target, text, e); }});
    }
    if (const auto* events = plugin.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS)) {
        calls.push_back({"dialog_events.on_event: event_json", CalledOn::main_thread, true,
                         [=](Plugin p, Text text, Error e) { return events->on_event(p, 4'711, text, e); }});
    }
    if (const auto* service = plugin.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE)) {
        calls.push_back(
            {"external_service.validate: values_json", CalledOn::any_thread, true,
             [=](Plugin p, Text text, Error e) { return service->validate(p, text, &no_text, e); }});
        calls.push_back({"external_service.test: values_json", CalledOn::worker, true,
                         [=](Plugin p, Text text, Error e) { return service->test(p, 0, text, e); }});
        calls.push_back(
            {"external_service.save: values_json", CalledOn::worker, true, [=](Plugin p, Text text, Error e) {
                 std::int64_t saved_id = 0;
                 return service->save(p, 0, text, &saved_id, e);
             }});
    }
    if (const auto* settings = plugin.table<staffing_settings>(STAFFING_EXT_SETTINGS)) {
        calls.push_back(
            {"settings.change: values_json", CalledOn::worker, true,
             [=](Plugin p, Text text, Error e) { return settings->change(p, text, &no_text, e); }});
    }
    if (const auto* actions = plugin.table<staffing_account_actions>(STAFFING_EXT_ACCOUNT_ACTIONS)) {
        calls.push_back({"account_actions.perform: action_id", CalledOn::worker, false,
                         [=](Plugin p, Text text, Error e) { return actions->perform(p, 4'711, text, e); }});
    }
    if (const auto* backup = plugin.table<staffing_backup>(STAFFING_EXT_BACKUP)) {
        calls.push_back({"backup.restore: path", CalledOn::worker, false,
                         [=](Plugin p, Text text, Error e) { return backup->restore(p, text, e); }});
    }
    return calls;
}

Answer make(const LivePlugin& plugin, const TextCall& call, const staffing_string* text) {
    const auto made = [&] {
        const staffing::StringCollector words;
        const InCall in_call(call.name.substr(0, call.name.find(':')));
        Answer answer;
        answer.status = call.make(plugin.c(), text, words.sink());
        answer.words = words.text();
        return answer;
    };
    if (call.where != CalledOn::worker) return made();
    Answer answer;
    plugin.work([&] { answer = made(); });
    return answer;
}

}  // namespace validator
