#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/steps/menu_target.hpp"
#include "mock_host/app/scenario/text_expectation.hpp"
#include "mock_host/app/scenario/transcript.hpp"

// open_menu, choose

namespace mock_host {

using nlohmann::json;

namespace {

struct ItemExpectation {
    std::string label;
    std::optional<bool> is_enabled;
    TextExpectation reason;
};

std::string draw(const std::vector<MenuItem>& items) {
    std::string text;
    for (const MenuItem& item : items) {
        text +=
            "• " + item.label + (item.is_enabled ? "" : " (disabled: " + item.disabled_reason + ")") + "\n";
    }
    return text.empty() ? "The plug-in adds nothing to this menu.\n" : text;
}

void check(const std::vector<ItemExpectation>& expected, const std::vector<MenuItem>& items) {
    const std::string seen = draw(items);
    if (expected.size() != items.size()) {
        throw NotAsStated(std::to_string(expected.size()) + " items of the plug-in", seen);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const ItemExpectation& wanted = expected[i];
        if (wanted.label != items[i].label) throw NotAsStated("the item \"" + wanted.label + "\"", seen);
        if (wanted.is_enabled && *wanted.is_enabled != items[i].is_enabled) {
            throw NotAsStated("\"" + wanted.label + "\" is " + (*wanted.is_enabled ? "enabled" : "disabled"),
                              seen);
        }
        const std::string problem = wanted.reason.problem(items[i].disabled_reason);
        if (!problem.empty()) throw NotAsStated("the reason of \"" + wanted.label + "\": " + problem, seen);
    }
}

/// The contract has a label on each item, and a reason on each that is disabled.
void expect_well_made(Host& host, const std::vector<MenuItem>& items) {
    for (const MenuItem& item : items) {
        if (item.label.empty() || item.action_id.empty()) {
            host.plugin_misbehaves("A menu item has no label or no action id.");
        }
        if (!item.is_enabled && item.disabled_reason.empty()) {
            host.plugin_misbehaves("The menu item \"" + item.label + "\" is disabled without a reason.");
        }
    }
}

std::vector<ItemExpectation> read_items(ObjectReader& reader) {
    std::vector<ItemExpectation> items;
    for (const json& source : reader.list("items")) {
        ObjectReader item(source, reader.where() + ", \"items\"");
        items.push_back(
            {item.text("label"), item.boolean("enabled"), TextExpectation::read(item, "reason_")});
        item.finish();
    }
    return items;
}

Step open_menu(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const MenuTargetReader target(reader);
    std::optional<std::vector<ItemExpectation>> expected;
    if (reader.has("items")) expected = read_items(reader);
    reader.finish();
    return {"Opens the menu of " + target.words(),
            [target, expected](Stage& stage) {
                stage.settle();
                MenuTarget found = target.find(stage);
                std::vector<MenuItem> items;
                stage.expect([&] {
                    items = stage.plugin().menu_items(found);
                    if (expected) check(*expected, items);
                });
                expect_well_made(stage.host(), items);
                std::string people;
                for (std::size_t i = 0; i < found.records.size() && i < 5; ++i)
                    people += (i == 0 ? "on " : ", ") + stage.name_of(found.records[i]);
                if (found.records.size() > 5)
                    people += " … " + std::to_string(found.records.size()) + " in all";
                stage.transcript().seen(people + "\n" + draw(items));
                stage.menu = {std::move(found), items};
            },
            {}};
}

const MenuItem& item_in(const Stage::OpenMenu& menu, const std::string& label) {
    for (const MenuItem& item : menu.items) {
        if (item.label == label) return item;
    }
    throw NotAsStated("the item \"" + label + "\"", draw(menu.items));
}

/// The item of the open menu. In real time the menu is opened anew each time: the plug-in may have been at
/// work when it was opened first.
MenuItem enabled_item(Stage& stage, const std::string& label) {
    Stage::OpenMenu& menu = *stage.menu;
    if (stage.is_real_time()) menu.items = stage.plugin().menu_items(menu.target);
    const MenuItem& item = item_in(menu, label);
    if (!item.is_enabled) throw NotAsStated("\"" + label + "\" is enabled", draw(menu.items));
    return item;
}

void expect_refused(Stage& stage, const Stage::OpenMenu& menu, const MenuItem& item,
                    const std::string& words) {
    try {
        stage.plugin().perform(menu.target, item.action_id);
    } catch (const staffing::StatusError& e) {
        stage.transcript().seen(e.what());
        const std::string problem = TextExpectation{{words}, {}}.problem(e.what());
        if (problem.empty()) return;
        throw NotAsStated("\"" + item.label + "\" is refused: " + problem, e.what());
    }
    throw NotAsStated("\"" + item.label + "\" is refused", "It was done.");
}

Step choose(const json& value, const std::string& where) {
    const json source = value.is_string() ? json{{"label", value}} : value;
    ObjectReader reader(source, where);
    const std::string label = reader.text("label");
    const bool is_refused = reader.has("refused");
    const std::string refused = reader.text_or("refused", "");
    reader.finish();
    return {"Chooses \"" + label + "\"",
            [label, is_refused, refused](Stage& stage) {
                if (!stage.menu) throw ScenarioError("no menu is open; open_menu comes first.");
                if (is_refused)
                    return expect_refused(stage, *stage.menu, item_in(*stage.menu, label), refused);
                MenuItem item;
                stage.expect([&] { item = enabled_item(stage, label); });
                stage.plugin().perform(stage.menu->target, item.action_id);
                stage.menu.reset();
            },
            {}};
}

}  // namespace

StepFamily menu_steps() {
    return {{"open_menu", open_menu}, {"choose", choose}};
}

}  // namespace mock_host
