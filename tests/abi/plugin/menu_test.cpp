#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "abi/plugin/every_call.hpp"
#include "abi/plugin/running_carrier.hpp"
#include "staffing/ext/menu.h"

using namespace abi;
using Catch::Matchers::ContainsSubstring;

namespace {

/// What populate writes.
struct Items {
    int count = 0;
    bool is_enabled = false;
    std::string reason;
    staffing_menu_item_sink sink{this, &Items::write};

    static void STAFFING_CALL write(void* context, const staffing_menu_item* item) noexcept {
        auto& self = *static_cast<Items*>(context);
        ++self.count;
        self.is_enabled = item->is_enabled != 0;
        self.reason.assign(item->disabled_reason.data, item->disabled_reason.size);
    }
};

struct MenuUnderTest : ActiveSendText {
    const staffing_menu& menu = text.table<staffing_menu>(STAFFING_EXT_MENU);
    staffing_menu_target target = one_employee();
    Items items;

    Answer populate() { return text.on_main(menu.populate, &target, &items.sink); }
    Answer perform(const staffing_string& action) { return text.on_main(menu.perform, &target, &action); }
};

/// The same with a carrier and an account, so that the item is enabled.
struct UsableMenu : RunningCarrier, MenuUnderTest {
    UsableMenu() {
        const Answer added = text.add_account(carrier.base_url());
        INFO(added.words);
        REQUIRE(added.status == STAFFING_STATUS_OK);
    }
};

}  // namespace

TEST_CASE_METHOD(MenuUnderTest, "the menu refuses NULL, empty sinks and bad structs in words") {
    const auto refused = [&](const Answer& answer, staffing_status status) {
        CHECK(answer.status == status);
        CHECK_FALSE(answer.words.empty());
    };
    const staffing_menu_target* const no_target = nullptr;
    const staffing_menu_item_sink* const no_sink = nullptr;
    const staffing_menu_item_sink empty_sink{nullptr, nullptr};
    const staffing_string* const no_action = nullptr;
    const staffing_string send_text = staffing::abi("send_text");
    refused(text.on_main(menu.populate, no_target, &items.sink), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_main(menu.populate, &target, no_sink), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_main(menu.populate, &target, &empty_sink), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_main(menu.perform, no_target, &send_text), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(text.on_main(menu.perform, &target, no_action), STAFFING_STATUS_INVALID_ARGUMENT);

    target.records = nullptr;
    refused(populate(), STAFFING_STATUS_INVALID_ARGUMENT);
    refused(perform(send_text), STAFFING_STATUS_INVALID_ARGUMENT);
    target = one_employee();
    target.record_count = ~std::uint64_t{0};
    refused(populate(), STAFFING_STATUS_TOO_LARGE);
    refused(perform(send_text), STAFFING_STATUS_TOO_LARGE);
    for (const std::uint32_t size : {0U, 4U, static_cast<std::uint32_t>(sizeof target) - 1}) {
        target = one_employee();
        target.struct_size = size;
        refused(populate(), STAFFING_STATUS_STRUCT_TOO_SMALL);
        refused(perform(send_text), STAFFING_STATUS_STRUCT_TOO_SMALL);
    }
    CHECK(items.count == 0);
}

TEST_CASE_METHOD(MenuUnderTest, "what a newer host has put behind the target is not looked at") {
    struct {
        staffing_menu_target known = one_employee();
        std::uint64_t added_later[8] = {~0ULL, ~0ULL, ~0ULL, ~0ULL, ~0ULL, ~0ULL, ~0ULL, ~0ULL};
    } newer;
    newer.known.struct_size = sizeof newer;
    CHECK(text.on_main(menu.populate, &newer.known, &items.sink).status == STAFFING_STATUS_OK);
    CHECK(items.count == 1);
}

TEST_CASE_METHOD(MenuUnderTest, "a place that is unspecified or not known has no items") {
    for (const staffing_menu_place place : {STAFFING_MENU_PLACE_UNSPECIFIED, -1, 7, 99, INT32_MIN, INT32_MAX}) {
        target.place = place;
        CHECK(populate().status == STAFFING_STATUS_OK);
        CHECK(perform(staffing::abi("send_text")).status == STAFFING_STATUS_NOT_FOUND);
    }
    CHECK(items.count == 0);
}

TEST_CASE_METHOD(MenuUnderTest, "what the disabled item stands for is refused with its reason") {
    REQUIRE(populate().status == STAFFING_STATUS_OK);
    REQUIRE_FALSE(items.is_enabled);
    CHECK_THAT(items.reason, ContainsSubstring("texting account"));
    const Answer answer = perform(staffing::abi("send_text"));
    CHECK(answer.status == STAFFING_STATUS_REFUSED);
    CHECK(answer.words == items.reason);
    CHECK(mock.host->dialogs().ids().empty());
}

TEST_CASE_METHOD(UsableMenu, "the item stands for nobody, for one and for ten thousand records") {
    target.record_count = 0;
    target.records = nullptr;
    REQUIRE(populate().status == STAFFING_STATUS_OK);
    CHECK_FALSE(items.is_enabled);
    CHECK_THAT(items.reason, ContainsSubstring("Open an employee first"));
    CHECK(perform(staffing::abi("send_text")).status == STAFFING_STATUS_REFUSED);

    target = one_employee();
    REQUIRE(populate().status == STAFFING_STATUS_OK);
    CHECK(items.is_enabled);

    const std::vector<staffing_record_ref> many(10'000, {STAFFING_RECORD_KIND_CONTACT, 0, 1});
    target.place = STAFFING_MENU_PLACE_CONTACT_SEARCH_RESULTS;
    target.records = many.data();
    target.record_count = many.size();
    REQUIRE(populate().status == STAFFING_STATUS_OK);
    CHECK(items.is_enabled);
    CHECK(items.count == 3);
}

TEST_CASE_METHOD(UsableMenu, "an action that there is not, and records of no kind, open no window") {
    const std::string long_name(1 << 20, 'x');
    CHECK(perform(staffing::abi("no_such_action")).status == STAFFING_STATUS_NOT_FOUND);
    CHECK(perform(staffing::abi("send_text ")).status == STAFFING_STATUS_NOT_FOUND);
    CHECK(perform({nullptr, 0}).status == STAFFING_STATUS_NOT_FOUND);
    CHECK(perform({nullptr, 9}).status == STAFFING_STATUS_INVALID_ARGUMENT);
    CHECK(perform(staffing::abi("send\xFFtext")).status == STAFFING_STATUS_INVALID_UTF8);
    CHECK(perform(staffing::abi(long_name)).status == STAFFING_STATUS_TOO_LARGE);
    for (const staffing_record_kind kind : {0, 3, -1, INT32_MAX}) {
        const staffing_record_ref record{kind, 0, 5814};
        target.records = &record;
        CHECK(perform(staffing::abi("send_text")).status == STAFFING_STATUS_INVALID_ARGUMENT);
    }
    CHECK(mock.host->dialogs().ids().empty());
}
