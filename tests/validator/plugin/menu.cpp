#include "functions.hpp"

namespace sound {
namespace {

using staffing::abi;
using staffing::checked_text;
using staffing::StatusError;

constexpr std::uint64_t max_records = 1'000'000;

staffing_menu_target checked(const staffing_menu_target* target) {
    const staffing_menu_target checked = staffing::checked_struct(target, "the target");
    if (checked.record_count > 0) staffing::required(checked.records, "the records");
    if (checked.record_count > max_records) {
        throw StatusError(STAFFING_STATUS_TOO_LARGE, "These are too many records.");
    }
    return checked;
}

bool is_known(staffing_menu_place place) {
    return place >= STAFFING_MENU_PLACE_EMPLOYEE_RECORD && place <= STAFFING_MENU_PLACE_HOTLIST;
}

staffing_status STAFFING_CALL populate(const staffing_plugin* plugin, const staffing_menu_target* target,
                                       const staffing_menu_item_sink* sink,
                                       const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::main, error, [&](const Plugin& self) {
        const staffing_menu_target on = checked(target);
        const staffing_menu_item_sink& items = required_sink(sink, "a sink for the items");
        if (!is_known(on.place)) return;
        const std::string reason = self.greetings.reason_against(on.record_count);
        staffing_menu_item item{};
        item.struct_size = sizeof item;
        item.is_enabled = reason.empty() ? 1 : 0;
        item.action_id = abi(say_hello);
        item.label = abi("Say Hello");
        item.disabled_reason = abi(reason);
        items.write(items.context, &item);
    });
}

staffing_status STAFFING_CALL perform(const staffing_plugin* plugin, const staffing_menu_target* target,
                                      const staffing_string* action_id,
                                      const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::main, error, [&](Plugin& self) {
        const staffing_menu_target on = checked(target);
        if (checked_text(action_id, "the action's id", 200) != say_hello || !is_known(on.place)) {
            throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no such item in this menu.");
        }
        const std::string reason = self.greetings.reason_against(on.record_count);
        if (!reason.empty()) throw StatusError(STAFFING_STATUS_REFUSED, reason);
        self.greetings.open({on.records, on.records + on.record_count});
    });
}

}  // namespace

const staffing_menu menu_functions{&populate, &perform};

}  // namespace sound
