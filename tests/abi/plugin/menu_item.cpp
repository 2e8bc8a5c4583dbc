#include "abi/plugin/menu_item.hpp"

#include <catch2/catch_test_macros.hpp>

#include "abi/plugin/every_call.hpp"
#include "staffing/ext/menu.h"

namespace abi {
namespace {

void STAFFING_CALL take(void* context, const staffing_menu_item* given) noexcept {
    auto& item = *static_cast<Item*>(context);
    ++item.count;
    item.is_enabled = given->is_enabled != 0;
    item.reason.assign(given->disabled_reason.data, given->disabled_reason.size);
}

}  // namespace

Item item_of(const SendText& text) {
    Item item;
    const staffing_menu_item_sink sink{&item, &take};
    const staffing_menu_target target = one_employee();
    const Answer answer = text.on_main(text.table<staffing_menu>(STAFFING_EXT_MENU).populate, &target, &sink);
    INFO(answer.words);
    CHECK(answer.status == STAFFING_STATUS_OK);
    CHECK(item.count == 1);
    return item;
}

Answer perform(const SendText& text) {
    const staffing_menu_target target = one_employee();
    const staffing_string action = staffing::abi("send_text");
    return text.on_main(text.table<staffing_menu>(STAFFING_EXT_MENU).perform, &target, &action);
}

}  // namespace abi
