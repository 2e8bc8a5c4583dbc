#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "abi/plugin/every_call.hpp"
#include "abi/plugin/menu_item.hpp"
#include "carrier/carrier_server.hpp"
#include "mock_host/loader/extensions.hpp"

using namespace abi;
using Catch::Matchers::ContainsSubstring;

namespace {

void require_words_for_every_refusal(const SendText& text) {
    for (const Call& call : every_call(text)) {
        INFO(call.name);
        const Answer answer = make(call, text, text.c());
        CHECK((answer.status == STAFFING_STATUS_OK || !answer.words.empty() || !call.has_words));
        CHECK(answer.status != STAFFING_STATUS_INTERNAL_ERROR);
        CHECK(answer.status != STAFFING_STATUS_UNSPECIFIED);
    }
}

}  // namespace

TEST_CASE("texting without one of the extensions that it needs: the item is disabled and names it") {
    const std::string withheld =
        GENERATE(std::string(STAFFING_EXT_SESSION), std::string(STAFFING_EXT_RECORDS),
                 std::string(STAFFING_EXT_DIALOGS), std::string(STAFFING_EXT_MAIN_THREAD),
                 std::string(STAFFING_EXT_CREDENTIALS), std::string(STAFFING_EXT_PATHS));
    INFO(withheld);
    HostForTests test({withheld});
    SendText text(test);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    const Item item = item_of(text);
    CHECK_FALSE(item.is_enabled);
    CHECK_THAT(item.reason, ContainsSubstring(withheld));
    const Answer refused = perform(text);
    CHECK(refused.status == STAFFING_STATUS_REFUSED);
    CHECK(refused.words == item.reason);
    require_words_for_every_refusal(text);
}

TEST_CASE("texting works without any one of the extensions that only add to it") {
    const std::string withheld =
        GENERATE(std::string(STAFFING_EXT_CLOCK), std::string(STAFFING_EXT_LOG),
                 std::string(STAFFING_EXT_MESSAGE_LOG), std::string(STAFFING_EXT_MONOTONIC_CLOCK),
                 std::string(STAFFING_EXT_NOTIFICATIONS), std::string(STAFFING_EXT_ORGANIZATION),
                 std::string(STAFFING_EXT_PROGRESS), std::string(STAFFING_EXT_THREAD_CHECK));
    INFO(withheld);
    mock_host::CarrierServer carrier;
    carrier.start();
    HostForTests test({withheld});
    SendText text(test);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    const Answer added = text.add_account(carrier.base_url());
    INFO(added.words);
    REQUIRE(added.status == STAFFING_STATUS_OK);
    CHECK(item_of(text).is_enabled);
    CHECK(perform(text).status == STAFFING_STATUS_OK);
    CHECK(test.host->dialogs().ids().size() == 1);
    require_words_for_every_refusal(text);
}

TEST_CASE("a host with no extensions at all can live with it") {
    const std::vector<std::string> all = mock_host::host_extension_ids();
    CHECK(all.size() == 14);  // each stands in one of the two lists above
    HostForTests test({all.begin(), all.end()});
    SendText text(test);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    const Item item = item_of(text);
    CHECK_FALSE(item.is_enabled);
    CHECK_THAT(item.reason, ContainsSubstring("does not offer"));
    CHECK(perform(text).status == STAFFING_STATUS_REFUSED);
    require_words_for_every_refusal(text);
}
