#include "host/menu_use.hpp"

#include <algorithm>
#include <cstring>

#include "runner/outcome.hpp"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

std::string copied(const staffing_string& text, Item& item) {
    if (text.size == 0) return {};
    if (text.data == nullptr) throw Failed("An item has a text with a size but no data.");
    std::string copy(text.data, text.size);
    item.is_valid_utf8 = item.is_valid_utf8 && staffing::is_valid_utf8(copy);
    return copy;
}

struct Collected {
    std::vector<Item> items;
    std::string problem;

    static void STAFFING_CALL take(void* context, const staffing_menu_item* given) noexcept {
        auto& self = *static_cast<Collected*>(context);
        if (given == nullptr) {
            self.problem = "NULL was given instead of an item.";
            return;
        }
        staffing_menu_item copy{};
        std::memcpy(&copy, given, std::min<std::size_t>(given->struct_size, sizeof copy));
        Item item;
        item.struct_size = given->struct_size;
        item.is_enabled = copy.is_enabled != 0;
        try {
            item.action_id = copied(copy.action_id, item);
            item.label = copied(copy.label, item);
            item.disabled_reason = copied(copy.disabled_reason, item);
            item.tooltip = copied(copy.tooltip, item);
            copied(copy.icon, item);
            copied(copy.notice, item);
        } catch (const std::exception& problem) {
            self.problem = problem.what();
        }
        self.items.push_back(std::move(item));
    }
};

}  // namespace

Target::Target(staffing_menu_place place, std::int64_t count, std::int64_t first_id) {
    const bool is_contact =
        place == STAFFING_MENU_PLACE_CONTACT_RECORD || place == STAFFING_MENU_PLACE_CONTACT_SEARCH_RESULTS;
    for (std::int64_t id = first_id; id < first_id + count; ++id)
        records_.push_back(
            {is_contact ? STAFFING_RECORD_KIND_CONTACT : STAFFING_RECORD_KIND_EMPLOYEE, 0, id});
    const bool is_hotlist = place == STAFFING_MENU_PLACE_HOTLIST_ROW || place == STAFFING_MENU_PLACE_HOTLIST;
    c = {sizeof c, place, records_.empty() ? nullptr : records_.data(), records_.size(), is_hotlist ? 1 : 0};
}

const std::vector<staffing_menu_place>& menu_places() {
    static const std::vector<staffing_menu_place> places = {
        STAFFING_MENU_PLACE_EMPLOYEE_RECORD, STAFFING_MENU_PLACE_EMPLOYEE_SEARCH_RESULTS,
        STAFFING_MENU_PLACE_CONTACT_RECORD,  STAFFING_MENU_PLACE_CONTACT_SEARCH_RESULTS,
        STAFFING_MENU_PLACE_HOTLIST_ROW,     STAFFING_MENU_PLACE_HOTLIST};
    return places;
}

const staffing_menu& menu_of(const LivePlugin& plugin) {
    const auto* const menu = plugin.table<staffing_menu>(STAFFING_EXT_MENU);
    if (menu == nullptr) throw Skipped("The plug-in has no menu.");
    return *menu;
}

std::vector<Item> populate(const LivePlugin& plugin, const staffing_menu_target& target, Answer& answer) {
    Collected collected;
    const staffing_menu_item_sink sink{&collected, &Collected::take};
    answer = plugin.call(menu_of(plugin).populate, &target, &sink);
    if (!collected.problem.empty()) throw Failed(collected.problem);
    return std::move(collected.items);
}

std::vector<Item> populate(const LivePlugin& plugin, const staffing_menu_target& target) {
    Answer answer;
    std::vector<Item> items = populate(plugin, target, answer);
    expect(answer.status == STAFFING_STATUS_OK,
           "menu.populate answered " + name_of(answer.status) + ": " + answer.words);
    return items;
}

Answer perform(const LivePlugin& plugin, const staffing_menu_target& target, const std::string& action_id) {
    const staffing_string action = staffing::abi(action_id);
    return plugin.call(menu_of(plugin).perform, &target, &action);
}

}  // namespace validator
