#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "accounts/texting_permission.hpp"
#include "compose/send_text_item.hpp"
#include "unit/contains.hpp"

using namespace send_text;
using send_text::testing::contains;

namespace {

const SessionUser recruiter{true, true, 1, 2, "Alexander Swanson", "Memphis NE"};

}  // namespace

TEST_CASE("who has it all can text") {
    CHECK(texting_refusal(recruiter, true) == std::nullopt);
}

TEST_CASE("why somebody cannot text is said in words, with what to do") {
    SessionUser user = recruiter;
    SECTION("nobody is logged in") {
        user.is_logged_in = false;
        CHECK(contains(texting_refusal(user, true).value().reason, "Log in"));
    }
    SECTION("without the permission") {
        user.may_text = false;
        CHECK(contains(texting_refusal(user, true).value().reason,
                       "Alexander Swanson does not have the permission"));
    }
    SECTION("without an account") {
        CHECK(contains(texting_refusal(user, false).value().reason,
                       "Neither Alexander Swanson nor the branch Memphis NE"));
        CHECK(contains(texting_refusal(user, false).value().reason, "external services"));
    }
}

TEST_CASE("the item stands at all places of the host, in its words") {
    const auto [place, label] =
        GENERATE(table<MenuPlace, std::string>({{MenuPlace::employee_record, "Send Text"},
                                                {MenuPlace::employee_search_results, "Send Text"},
                                                {MenuPlace::contact_record, "Send Text"},
                                                {MenuPlace::contact_search_results, "Send Text..."},
                                                {MenuPlace::hotlist_row, "Send Text"},
                                                {MenuPlace::hotlist, "Send Text"}}));
    const auto number = static_cast<std::int32_t>(place);
    const auto item = send_text_item(number, 2, std::nullopt);
    REQUIRE(item);
    CHECK(item->label == label);
    CHECK(item->is_enabled());

    const auto empty = send_text_item(number, 0, std::nullopt);
    CHECK_FALSE(empty->is_enabled());
    CHECK(empty->refusal.value().reason.ends_with("."));

    CHECK(send_text_item(number, 0, Refusal{"Log in."})->refusal.value().reason == "Log in.");
}

TEST_CASE("a place that a later host knows has no item") {
    CHECK_FALSE(send_text_item(0, 1, std::nullopt));
    CHECK_FALSE(send_text_item(7, 1, std::nullopt));
    CHECK_FALSE(send_text_item(-1, 1, std::nullopt));
}

TEST_CASE("what waits for the user to decide about has an item, wherever there is one") {
    CHECK_FALSE(undecided_item(1, 0));
    CHECK_FALSE(undecided_item(7, 20));
    const auto item = undecided_item(1, 20);
    REQUIRE(item);
    CHECK(item->label == "Texts Awaiting a Decision (20)...");
    CHECK(item->is_enabled());
}
