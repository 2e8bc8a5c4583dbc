#include <algorithm>
#include <cctype>
#include <cstring>
#include <iterator>

#include "host/every_call.hpp"
#include "host/live_plugin.hpp"
#include "host/menu_use.hpp"
#include "host/tables.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
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

namespace validator {
namespace {

using namespace std::string_literals;

constexpr std::string_view plugin_extensions[] = {
    STAFFING_EXT_MENU,
    STAFFING_EXT_DIALOG_EVENTS,
    STAFFING_EXT_RECIPIENT_RESOLVER,
    STAFFING_EXT_MESSAGE_LOGGER,
    STAFFING_EXT_EXTERNAL_SERVICE,
    STAFFING_EXT_SETTINGS,
    STAFFING_EXT_ACCOUNT_ACTIONS,
    STAFFING_EXT_AUDIT,
    STAFFING_EXT_BACKUP,
    STAFFING_EXT_SESSION_EVENTS,
};

/// The size of an extension's table, in bytes.
std::size_t table_size(std::string_view id) {
    return std::find_if(std::begin(staffing::table_layouts), std::end(staffing::table_layouts),
                        [&](const staffing::TableLayout& layout) { return layout.extension_id == id; })
        ->size;
}

/// Strings that are almost the id of an extension.
std::vector<std::string> near(const std::string& id) {
    std::string capitals = id;
    std::transform(id.begin(), id.end(), capitals.begin(),
                   [](unsigned char character) { return static_cast<char>(std::toupper(character)); });
    return {id + "x",
            id + "0",
            id + " ",
            id + "\0"s,
            id + "\0garbage"s,
            id.substr(0, id.size() - 1),
            " " + id,
            capitals,
            id.substr(0, id.find('/')),
            id.substr(id.find('.') + 1),
            id + "/" + id};
}

std::string unknown(const CheckRun& run) {
    const Loaded loaded(run);
    const staffing_plugin* const plugin = loaded.plugin.c();
    std::vector<std::string> ids = {"",
                                    "no_such_extension",
                                    "com.example.unknown/1",
                                    "staffing.unknown/1",
                                    "/",
                                    "staffing./1",
                                    "\xC3\x28",
                                    "\0"s,
                                    std::string(1'000'000, 'x'),
                                    STAFFING_EXT_RECORDS};
    for (const std::string_view id : plugin_extensions) {
        const std::vector<std::string> more = near(std::string(id));
        ids.insert(ids.end(), more.begin(), more.end());
    }
    for (const std::string& id : ids) {
        const std::string shown = "\"" + id.substr(0, 60) + "\" of " + std::to_string(id.size()) + " bytes";
        run.step("get_extension(" + shown + ")");
        expect(loaded.plugin.find(id) == nullptr, "It returned a table for the id " + shown + ".");
    }
    run.step("get_extension with NULL instead of an id");
    expect(plugin->get_extension(plugin, nullptr) == nullptr,
           "It returned a table for NULL instead of an id.");
    run.step("get_extension with an id that has a size but no data");
    const staffing_string no_data{nullptr, 5};
    expect(plugin->get_extension(plugin, &no_data) == nullptr, "It returned a table for an id without data.");
    return std::to_string(ids.size()) + " unknown ids, and NULL, were answered with NULL.";
}

std::string tables(const CheckRun& run) {
    const Loaded loaded(run);
    std::string found;
    for (const std::string_view extension_id : plugin_extensions) {
        const std::string id(extension_id);
        run.step("the table of " + id);
        const void* const table = loaded.plugin.find(id);
        if (table == nullptr) continue;
        const std::string missing(staffing::missing_function(id, table));
        expect(missing.empty(), "The function " + missing + " of its table of " + id + " is NULL.");
        const void* const again = loaded.plugin.find(id);
        expect(again != nullptr && std::memcmp(again, table, table_size(id)) == 0,
               "It returned other functions when asked again for " + id + ".");
        found += (found.empty() ? "" : ", ") + id;
    }
    if (found.empty()) throw Skipped("The plug-in has none of the contract's extensions.");
    return "It has " + found + ".";
}

/// The calls that answer INTERNAL_ERROR.
std::set<std::string> defects(const LivePlugin& plugin, const CheckRun& run) {
    std::set<std::string> names;
    for (const Call& call : every_call(plugin)) {
        run.step(call.name);
        if (make(plugin, call).status == STAFFING_STATUS_INTERNAL_ERROR) names.insert(call.name);
    }
    return names;
}

/// The items that are disabled without a reason.
std::set<std::string> unexplained(const LivePlugin& plugin) {
    std::set<std::string> items;
    if (plugin.table<staffing_menu>(STAFFING_EXT_MENU) == nullptr) return items;
    for (const staffing_menu_place place : menu_places()) {
        const Target target(place, 2);
        Answer answer;
        for (const Item& item : populate(plugin, target.c, answer))
            if (!item.is_enabled && item.disabled_reason.empty())
                items.insert(item.action_id + " at place " + std::to_string(place));
    }
    return items;
}

/// What is wrong even in a host that has every extension.
struct Usual {
    std::set<std::string> defects;
    std::set<std::string> unexplained;
};

/// The first that is not among the usual ones; empty when there is none.
std::string first_new(const std::set<std::string>& found, const std::set<std::string>& usual) {
    for (const std::string& one : found)
        if (!usual.contains(one)) return one;
    return {};
}

/// Starts the plug-in in a host without some of its extensions and uses it; whether it started.
bool lives_without(const InitialisedLibrary& library, const CheckRun& run, HostOptions host,
                   const std::string& what, const Usual& usual,
                   void (*use)(const LivePlugin&, const CheckRun&)) {
    host.folder = run.scratch;
    LivePlugin plugin(library, std::move(host));
    run.step("starting without " + what);
    for (const auto& step : {&LivePlugin::try_init, &LivePlugin::try_activate}) {
        const Answer answer = (plugin.*step)();
        if (answer.status == STAFFING_STATUS_OK) continue;
        expect(
            answer.status != STAFFING_STATUS_INTERNAL_ERROR && !answer.words.empty(),
            "Without " + what + " it did not start: " + name_of(answer.status) + " \"" + answer.words + "\"");
        return false;
    }
    const std::string defect = first_new(defects(plugin, run), usual.defects);
    expect(defect.empty(), "Without " + what + " " + defect + " answered INTERNAL_ERROR.");
    const std::string item = first_new(unexplained(plugin), usual.unexplained);
    expect(item.empty(), "Without " + what + " it disables " + item + " and gives no reason.");
    run.step("using it without " + what);
    use(plugin, run);
    run.step("ending it without " + what);
    return true;
}

Usual usual_of(const InitialisedLibrary& library, const CheckRun& run) {
    LivePlugin plugin(library, HostOptions{.folder = run.scratch});
    plugin.init();
    plugin.activate();
    return {defects(plugin, run), unexplained(plugin)};
}

/// Short, because it runs for each extension.
void use_menus(const LivePlugin& plugin, const CheckRun&) {
    constexpr std::chrono::milliseconds quiet_moment(10);
    start_work(plugin);
    plugin.host().tasks.run_until_quiet(quiet_moment, std::chrono::seconds(1));
}

std::string missing_one(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    const Usual usual = usual_of(library, run);
    std::string needed;
    for (const std::string id : host_extension_ids()) {
        if (!lives_without(library, run, {.withheld = {id}}, id, usual, &use_menus))
            needed += " It does not start without " + id + ".";
    }
    return "It was started and used without each of " + std::to_string(host_extension_ids().size()) +
           " extensions of the host." + needed;
}

/// Shorter still, because it runs for each function.
void use_one_menu(const LivePlugin& plugin, const CheckRun&) {
    if (plugin.table<staffing_menu>(STAFFING_EXT_MENU) == nullptr) return;
    const Target target(STAFFING_MENU_PLACE_EMPLOYEE_RECORD, 1);
    Answer answer;
    for (const Item& item : populate(plugin, target.c, answer))
        perform(plugin, target.c, item.action_id);
    plugin.host().tasks.run_until_quiet(std::chrono::milliseconds(10), std::chrono::seconds(1));
}

std::string null_function(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    const Usual usual = usual_of(library, run);
    int tried = 0;
    for (const std::string id : host_extension_ids()) {
        for (const staffing::TableLayout& layout : staffing::table_layouts) {
            if (layout.extension_id != id) continue;
            for (std::size_t index = 0; index < layout.function_count(); ++index) {
                const std::string function(layout.names[index]);
                lives_without(library, run, {.lacking = {{id, function}}}, id + "'s " + function, usual,
                              &use_one_menu);
                ++tried;
            }
        }
    }
    return "It was started and used without each of " + std::to_string(tried) +
           " functions of the host's tables.";
}

std::string missing_all(const CheckRun& run) {
    const InitialisedLibrary library(run.plugin_path);
    const Usual usual = usual_of(library, run);
    const std::set<std::string> all(host_extension_ids().begin(), host_extension_ids().end());
    CheckRun bare = run;
    bare.setup_path.clear();  // this host has nowhere to keep a set-up
    return lives_without(library, bare, {.withheld = all}, "all of the host's extensions", usual,
                         &use_everything)
               ? "It was started and used in a host without extensions."
               : "It does not start in a host without extensions, and says why.";
}

constexpr Check checks[] = {
    {"extension-unknown",
     "get_extension returns NULL for anything that is not exactly the id of an extension.", &unknown},
    {"extension-tables", "An extension's table has all its functions, and the same ones each time.", &tables},
    {"host-extension-missing-one",
     "An extension that the host does not have disables only what needs it, with a reason, and causes no "
     "failure.",
     &missing_one},
    {"host-extension-null-function",
     "A table of the host that lacks a function counts as missing and disables only what needs it.",
     &null_function},
    {"host-extensions-missing-all",
     "In a host without extensions the plug-in works, or refuses to start and says why.", &missing_all},
};

}  // namespace

std::span<const Check> extension_checks() {
    return checks;
}

}  // namespace validator
