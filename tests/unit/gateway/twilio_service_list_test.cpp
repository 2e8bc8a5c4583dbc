// TwilioGateway::list_messages: what of an account's messages is a messaging service's.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "unit/gateway/fake_http_client.hpp"
#include "unit/gateway/twilio_walk.hpp"

using namespace send_text;
using namespace send_text::twilio;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

TEST_CASE("of a messaging service are its texts, the replies that name it, and those to its numbers") {
    Walk walk(service);
    walk.account.add("outbound-api", line, person, service);
    walk.account.add("outbound-api", line, person);  // the number, without the service
    walk.account.add("outbound-api", other_line, person, other_service);
    walk.account.add("inbound", person, line);
    walk.account.add("inbound", person, "+16515550300", service);
    walk.account.add("inbound", person, other_line, other_service);
    walk.account.add("outbound-api", line, person, service)["from"] = nullptr;  // has no number yet
    const CarrierPage page = walk.page();
    CHECK(ids_of(page) == Ids{"SM6", "SM4", "SM3", "SM0"});
    CHECK(page.is_last);
    CHECK(page.messages[0].number.str() == person);
    CHECK(walk.account.asked == std::vector<Form>{{{"PageSize", "200"}}});
}

TEST_CASE("a number that a service's text was not seen from is asked about once") {
    Walk walk(service);
    walk.account.add("outbound-api", line, person, service);
    for (int i = 0; i < 250; ++i)
        walk.account.add("outbound-api", other_line, person);
    walk.account.add("inbound", person, line);
    walk.account.add("inbound", person, other_line);
    walk.account.add("inbound", person, line);
    CHECK(ids_of(walk.page(0, 2)) == Ids{"SM253", "SM251"});
    CHECK(walk.account.asked.size() == 3);
    CHECK(ids_of(walk.page(1, 2)) == Ids{"SM251", "SM0"});
    CHECK(walk.account.asked.size() == 4);
    walk.page(0, 2);
    CHECK(walk.account.asked.size() == 5);  // what was learnt stays
    // The other number joins the service.
    walk.account.add("outbound-api", other_line, person, service);
    CHECK(ids_of(walk.page(0, 4)) == Ids{"SM254", "SM253", "SM252", "SM251"});
    CHECK(walk.account.asked.size() == 6);
}

TEST_CASE("a page is not lost when the question about a number in it fails") {
    Walk walk(service);
    walk.account.add("outbound-api", line, person, service);
    walk.account.add("inbound", person, other_line);
    for (int i = 0; i < 200; ++i)
        walk.account.add("outbound-api", line, person, service);
    CHECK(walk.page(0, 200).messages.size() == 200);
    walk.account.fails_at = 3;  // after the second page
    CHECK(failure(walk.gateway, 199).kind() == GatewayError::Kind::unreachable);
    const CarrierPage page = walk.page(199, 10);
    CHECK(ids_of(page) == Ids{"SM2", "SM0"});
    CHECK(page.is_last);
}

TEST_CASE("a long list of a service is walked like that of a number") {
    Walk long_walk(service);
    Ids expected;
    for (int i = 0; i < 500; ++i) {
        const bool is_ours = i % 3 == 0;
        long_walk.account.add(i % 2 == 0 ? "inbound" : "outbound-api", person, line,
                              is_ours ? service : other_service);
        if (is_ours) expected.insert(expected.begin(), "SM" + std::to_string(i));
    }
    // Of those that were sent, the other side is what they went to.
    const std::int64_t limit = GENERATE(1, 100);
    CHECK(walk(long_walk.gateway, limit) == expected);
    CHECK(long_walk.account.asked.size() == 3);
}

TEST_CASE("a service that is lost among other lines' messages: that is said, and the asking has an end") {
    FakeCarrier carrier;
    TwilioGateway gateway(carrier.client_with_get(), TwilioAccount::sid, LineId(service));
    auto lay_down = [&carrier, page = 0](const json& messages) mutable {
        const std::string uri = TwilioAccount::path + "?PageSize=200&Page=" + std::to_string(++page);
        carrier.answer(json{{"messages", messages}, {"next_page_uri", uri}}.dump());
    };
    TwilioAccount account;
    lay_down(json::array({account.add("outbound-api", line, person, service)}));
    for (int i = 0; i < 200; ++i)
        lay_down(json::array({account.add("outbound-api", line, person, other_service)}));
    const CarrierPage page = gateway.list_messages(0, 100);
    CHECK(page.messages.size() == 1);
    CHECK_FALSE(page.is_last);
    CHECK(carrier.requests().size() == 101);
    CHECK_THAT(failure(gateway, 1).what(), ContainsSubstring("subaccount"));
    CHECK(carrier.requests().size() == 201);
    CHECK_FALSE(carrier.has_answers_left());
}
