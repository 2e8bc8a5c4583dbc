#include <set>

#include "host/menu_use.hpp"
#include "runner/outcome.hpp"
#include "staffing_cpp/first_version.hpp"

namespace validator {
namespace {

std::string at(staffing_menu_place place, std::int64_t count) {
    return "at place " + std::to_string(place) + " for " + std::to_string(count) +
           (count == 1 ? " record" : " records");
}

void expect_in_order(const std::vector<Item>& items, const std::string& where) {
    std::set<std::string> ids;
    for (const Item& item : items) {
        const std::string which = "The item \"" + item.label + "\" " + where;
        expect(item.struct_size >= staffing::first_version_size<staffing_menu_item>,
               which + " has the struct_size " + std::to_string(item.struct_size) + ".");
        expect(item.is_valid_utf8, which + " has a text that is not UTF-8.");
        expect(!item.label.empty(), "An item " + where + " has no label.");
        expect(!item.action_id.empty(), which + " has no action id.");
        expect(ids.insert(item.action_id).second,
               which + " has the action id of another item, " + item.action_id + ".");
        expect(item.is_enabled || !item.disabled_reason.empty(), which + " is disabled without a reason.");
        expect(!item.is_enabled || item.disabled_reason.empty(),
               which + " is enabled, but has a reason for being disabled.");
    }
}

std::string items(const CheckRun& run) {
    const Loaded loaded(run);
    std::size_t seen = 0;
    for (const staffing_menu_place place : menu_places()) {
        for (const std::int64_t count : {0, 1, 2, 40}) {
            run.step("menu.populate " + at(place, count));
            const Target target(place, count);
            Answer answer;
            const std::vector<Item> found = populate(loaded.plugin, target.c, answer);
            expect_in_order(found, at(place, count));
            seen += found.size();
        }
    }
    return std::to_string(seen) + " items were valid.";
}

std::string every_place(const CheckRun& run) {
    const Loaded loaded(run);
    for (const staffing_menu_place place : menu_places()) {
        for (const std::int64_t count : {0, 1, 2, 40}) {
            run.step("menu.populate " + at(place, count));
            const Target target(place, count);
            populate(loaded.plugin, target.c);
        }
    }
    return "It was populated at each of " + std::to_string(menu_places().size()) + " places.";
}

std::string unknown_place(const CheckRun& run) {
    const Loaded loaded(run);
    for (const staffing_menu_place place : {STAFFING_MENU_PLACE_UNSPECIFIED, 999, -1, INT32_MAX, INT32_MIN}) {
        run.step("menu.populate " + at(place, 1));
        const Target target(place, 1);
        expect(populate(loaded.plugin, target.c).empty(), "It added an item " + at(place, 1) + ".");
    }
    return "There was no item at 5 places that do not exist.";
}

std::string many_records(const CheckRun& run) {
    constexpr std::int64_t many = 10'000;
    const Loaded loaded(run, HostOptions{.records_per_kind = many});
    for (const staffing_menu_place place : menu_places()) {
        run.step("menu.populate " + at(place, many));
        const Target target(place, many);
        populate(loaded.plugin, target.c);
    }
    return "It was populated for 10,000 records at each place.";
}

std::string unknown_action(const CheckRun& run) {
    const Loaded loaded(run);
    const Target target(STAFFING_MENU_PLACE_EMPLOYEE_RECORD, 1);
    for (const char* action : {"plugin_validator.no_such_action", "/", "0"}) {
        run.step(std::string("menu.perform of the action ") + action);
        const Answer answer = perform(loaded.plugin, target.c, action);
        expect(answer.status == STAFFING_STATUS_NOT_FOUND,
               std::string("The action ") + action + " was answered with " + name_of(answer.status) + ".");
    }
    return "Actions that do not exist were answered with NOT_FOUND.";
}

std::string disabled_item(const CheckRun& run) {
    const Loaded loaded(run);
    int refused = 0;
    for (const staffing_menu_place place : menu_places()) {
        for (const std::int64_t count : {0, 1, 2}) {
            const Target target(place, count);
            Answer populated;
            for (const Item& item : populate(loaded.plugin, target.c, populated)) {
                if (item.is_enabled || item.action_id.empty()) continue;
                run.step("menu.perform of the disabled item " + item.action_id + " " + at(place, count));
                const Answer answer = perform(loaded.plugin, target.c, item.action_id);
                expect(answer.status == STAFFING_STATUS_REFUSED && !answer.words.empty(),
                       "The disabled item " + item.action_id + " " + at(place, count) + " answered " +
                           name_of(answer.status) + " \"" + answer.words + "\".");
                ++refused;
            }
        }
    }
    if (refused == 0) throw Skipped("No item of the plug-in was disabled.");
    return std::to_string(refused) + " disabled items were refused with an error text.";
}

constexpr Check checks[] = {
    {"menu-populate", "populate answers OK at every place, for no record, for one and for many.",
     &every_place},
    {"menu-items",
     "Each item has a unique id and a label, and a reason if and only if it is disabled; all its texts are "
     "UTF-8.",
     &items},
    {"menu-unknown-place", "At a place that it does not know, a plug-in answers OK and adds no item.",
     &unknown_place},
    {"menu-10000-records", "A menu can be opened for 10,000 records.", &many_records},
    {"menu-perform-unknown", "perform answers NOT_FOUND to an action that the plug-in does not have.",
     &unknown_action},
    {"menu-perform-disabled", "perform refuses the action of a disabled item and says why.", &disabled_item},
};

}  // namespace

std::span<const Check> menu_checks() {
    return checks;
}

}  // namespace validator
