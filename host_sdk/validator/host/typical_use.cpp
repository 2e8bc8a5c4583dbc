#include "host/typical_use.hpp"

#include <fstream>
#include <iterator>

#include "host/account_use.hpp"
#include "host/audit_use.hpp"
#include "host/backup_use.hpp"
#include "host/every_call.hpp"
#include "host/menu_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/settings.h"
#include "staffing_cpp/call.hpp"
#include "staffing_json/bounded_json.hpp"

namespace validator {

using Json = nlohmann::json;
using staffing::abi;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds quiet_moment(60);
constexpr milliseconds at_most(5'000);
constexpr int max_dialogs = 20;

void expect_ok(const Answer& answer, const char* what) {
    expect(answer.status == STAFFING_STATUS_OK, std::string(what) + " of the set-up file answered " +
                                                    name_of(answer.status) + ": " + answer.words);
}

/// The default button, else the first.
std::string default_button(const Json& view) {
    for (const Json& button : view["buttons"]) {
        if (button.value("role", "") == "default") return button["id"].get<std::string>();
    }
    return view["buttons"].empty() ? "" : view["buttons"][0]["id"].get<std::string>();
}

/// What a person enters in an element: a text, or the last of its choices. null: nothing.
Json input_for(const Json& element) {
    if (element["kind"] == "text_area") return "Good morning, are you free on Monday?";
    if (element["kind"] == "choice") return element["choices"].back()["value"];
    return nullptr;
}

int answer_all(const LivePlugin& plugin) {
    int answered = 0;
    for (const std::uint64_t id : plugin.host().dialogs.ids()) {
        answer_dialog(plugin, id);
        ++answered;
    }
    return answered;
}

}  // namespace

void set_up(const LivePlugin& plugin, const CheckRun& run) {
    if (run.setup_path.empty()) return;
    std::ifstream file(run.setup_path);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const Json setup = staffing::json_from(text, "the file of the set-up");
    const staffing::StringCollector problems;
    const auto* const settings = plugin.table<staffing_settings>(STAFFING_EXT_SETTINGS);
    if (setup.contains("settings") && settings != nullptr) {
        const std::string values = setup["settings"].dump();
        const staffing_string given = abi(values);
        expect_ok(plugin.call_on_worker(settings->change, &given, problems.sink()), "The settings");
    }
    const auto* const service = plugin.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE);
    if (setup.contains("account") && service != nullptr) {
        const std::string values = setup["account"].dump();
        const staffing_string given = abi(values);
        std::int64_t saved_id = 0;
        expect_ok(plugin.call_on_worker(service->save, std::int64_t{0}, &given, &saved_id), "The account");
    }
}

Answer answer_dialog(const LivePlugin& plugin, std::uint64_t dialog_id) {
    const auto* const events = plugin.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS);
    const Json view = plugin.host().dialogs.view(dialog_id);
    if (events == nullptr || view.is_null()) return {};
    Json values = Json::object();
    for (const Json& element : view["elements"]) {
        const Json input = input_for(element);
        if (input.is_null()) continue;
        values[element["id"].get<std::string>()] = input;
        const std::string changed =
            Json{{"event", "changed"}, {"element", element["id"]}, {"value", input}}.dump();
        const staffing_string event = abi(changed);
        plugin.call(events->on_event, dialog_id, &event);
    }
    const std::string pressed =
        Json{{"event", "pressed"}, {"button", default_button(view)}, {"values", values}}.dump();
    const staffing_string event = abi(pressed);
    return plugin.call(events->on_event, dialog_id, &event);
}

int start_work(const LivePlugin& plugin) {
    if (plugin.table<staffing_menu>(STAFFING_EXT_MENU) == nullptr) return 0;
    int performed = 0;
    for (const staffing_menu_place place : menu_places()) {
        const Target target(place, 2);
        for (const Item& item : populate(plugin, target.c)) {
            if (!item.is_enabled) continue;
            perform(plugin, target.c, item.action_id);
            ++performed;
            plugin.host().tasks.run_until([&] { return !plugin.host().dialogs.ids().empty(); }, quiet_moment);
            answer_all(plugin);
        }
    }
    return performed;
}

void use_everything(const LivePlugin& plugin, const CheckRun& run) {
    set_up(plugin, run);
    for (const Call& call : every_call(plugin)) {
        run.step(call.name);
        make(plugin, call);
    }
    run.step("performing the items of the menus");
    start_work(plugin);
    for (int dialogs = 0; dialogs < max_dialogs;) {
        plugin.host().tasks.run_until_quiet(quiet_moment, at_most);
        const int answered = answer_all(plugin);
        if (answered == 0) break;
        dialogs += answered;
    }
    run.step("performing the actions of the accounts");
    perform_all_actions(plugin);
    run.step("exporting the audit trail");
    for (const staffing_audit_format format : {STAFFING_AUDIT_FORMAT_CSV, STAFFING_AUDIT_FORMAT_JSON_LINES})
        export_audit(plugin, format);
    run.step("making a backup");
    back_up_once(plugin);
}

std::uint64_t open_dialog(const LivePlugin& plugin) {
    constexpr milliseconds until_it_is_open(1'000);
    ValidatorHost& host = plugin.host();
    menu_of(plugin);
    for (const staffing_menu_place place : menu_places()) {
        const Target target(place, 2);
        Answer populated;
        for (const Item& item : populate(plugin, target.c, populated)) {
            if (!item.is_enabled || perform(plugin, target.c, item.action_id).status != STAFFING_STATUS_OK)
                continue;
            if (host.tasks.run_until([&] { return !host.dialogs.ids().empty(); }, until_it_is_open))
                return host.dialogs.ids().back();
        }
    }
    throw Skipped("No item of the plug-in opens a dialog in this host; --setup may help.");
}

}  // namespace validator
