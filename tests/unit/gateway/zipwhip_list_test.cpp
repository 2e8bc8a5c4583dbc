// message/list: the forms that an entry may have, and where a list ends.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/utf8.hpp"
#include "gateway/zipwhip/fields.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"
#include "unit/gateway/fake_http_client.hpp"
#include "unit/support/times.hpp"

using namespace send_text;
using namespace send_text::zipwhip;
using namespace std::chrono_literals;
using send_text::testing::at;

namespace {

std::string entry(const std::string& more) {
    return R"({"id":1327295480212647936,"body":"Hi","dateCreated":"2020-11-13T17:01:17Z",)" + more + "}";
}

const std::string inbound = R"("type":"MO","sourceAddress":"+12063996756","destAddress":"+12068163958")";
const std::string outbound = R"("type":"ZO","sourceAddress":"+12068163958","destAddress":"+12063996756")";

/// The page that a carrier's bytes become.
struct Listing {
    FakeCarrier carrier;
    SessionKeys keys;
    Credentials credentials{"2068163958", "p"};
    ZipwhipGateway gateway{carrier.client(), credentials, keys.of("https://x", credentials)};

    CarrierPage page(const std::string& bytes, std::int64_t start = 0, std::int64_t limit = 10) {
        carrier.let_in();
        carrier.answer(bytes);
        return gateway.list_messages(start, limit);
    }
    CarrierPage of(const std::string& entries) {
        return page(R"({"success":true,"response":[)" + entries + "]}");
    }
};

GatewayError::Kind failure(const std::string& body, int status) {
    Listing listing;
    listing.carrier.let_in();
    listing.carrier.answer(body, status);
    listing.carrier.let_in();
    listing.carrier.answer(body, status);
    try {
        listing.gateway.list_messages(0, 10);
    } catch (const GatewayError& error) {
        return error.kind();
    }
    FAIL("the list did not fail");
    return {};
}

}  // namespace

TEST_CASE("a reply and a text, each with the other side's number") {
    Listing listing;
    const CarrierPage page = listing.of(entry(inbound) + "," + entry(outbound + R"(,"statusCode":2)"));
    REQUIRE(page.messages.size() == 2);
    CHECK(page.messages[0].id == "1327295480212647936");
    CHECK(page.messages[0].direction == Direction::inbound);
    CHECK(page.messages[0].number.str() == "+12063996756");
    CHECK(page.messages[0].body == "Hi");
    CHECK(page.messages[0].created_at == at(1605286877000ms));
    CHECK(page.messages[1].direction == Direction::outbound);
    CHECK(page.messages[1].number.str() == "+12063996756");
    CHECK(page.messages[1].state == CarrierState::in_progress);
    CHECK(page.skipped == 0);
    CHECK(listing.carrier.requests().at(1).path == "/message/list");
    CHECK(listing.carrier.requests().at(1).value("start") == "0");
    CHECK(listing.carrier.requests().at(1).value("limit") == "10");
}

TEST_CASE("that pictures came with a message, but not how many") {
    Listing listing;
    const auto [more, media] = GENERATE(table<std::string, std::int64_t>({
        {"", 0},
        {R"(,"hasAttachment":false)", 0},
        {R"(,"hasAttachment":null)", 0},
        {R"(,"hasAttachment":0)", 0},
        {R"(,"hasAttachment":"false")", 0},
        {R"(,"hasAttachment":true)", some_media},
        {R"(,"hasAttachment":"true")", some_media},
        {R"(,"hasAttachment":1)", some_media},
    }));
    CHECK(listing.of(entry(inbound + more)).messages.at(0).media == media);
}

TEST_CASE("the names that webhooks use are understood, and an id as a string") {
    Listing listing;
    const CarrierPage page = listing.of(
        R"({"id":"77","messageType":"MO","address":"ptn:/+12063996756","dateCreated":1605286877123,"body":null})");
    REQUIRE(page.messages.size() == 1);
    CHECK(page.messages[0].id == "77");
    CHECK(page.messages[0].number.str() == "+12063996756");
    CHECK(page.messages[0].created_at == at(1605286877123ms));
    CHECK(page.messages[0].body.empty());
}

TEST_CASE("how far a text has come") {
    const auto [fields, state] = GENERATE(table<std::string, CarrierState>({
        {R"("transmissionState":{"name":"PREPPING"})", CarrierState::in_progress},
        {R"("transmissionState":{"name":"ACCEPTED"},"statusCode":4)", CarrierState::in_progress},
        {R"("transmissionState":{"name":"QUEUED"},"errorState":false)", CarrierState::in_progress},
        {R"("transmissionState":{"name":"DELIVERED"})", CarrierState::delivered},
        {R"("transmissionState":"DELIVERED")", CarrierState::delivered},
        {R"("transmissionState":{"name":"ERROR"})", CarrierState::failed},
        {R"("transmissionState":{"name":"QUEUED"},"errorState":true)", CarrierState::failed},
        {R"("transmissionState":{"name":"QUEUED"},"statusCode":7)", CarrierState::failed},
        {R"("statusCode":0)", CarrierState::delivered},
        {R"("statusCode":1)", CarrierState::in_progress},
        {R"("statusCode":3)", CarrierState::in_progress},
        {R"("statusCode":"4")", CarrierState::delivered},
        {R"("statusCode":5)", CarrierState::failed},
        {R"("statusCode":6)", CarrierState::delivered},
        {R"("statusCode":99)", CarrierState::in_progress},
        {R"("transmissionState":null)", CarrierState::in_progress},
    }));
    CAPTURE(fields);
    Listing listing;
    CHECK(listing.of(entry(outbound + "," + fields)).messages.at(0).state == state);
}

TEST_CASE("an entry that makes no sense is skipped and counted") {
    const std::string bad = GENERATE(
        as<std::string>(), "null", "7", "{}",
        R"({"type":"MO","sourceAddress":"+12063996756","dateCreated":1})",
        R"({"id":1.5,"type":"MO","sourceAddress":"+12063996756","dateCreated":"2020-11-13T17:01:17Z"})",
        entry(R"("type":"XX","sourceAddress":"+12063996756")"),
        entry(R"("type":"MO","sourceAddress":"device:/1")"),
        R"({"id":1,"type":"MO","sourceAddress":"+12063996756","dateCreated":"yesterday"})");
    CAPTURE(bad);
    Listing listing;
    const CarrierPage page = listing.of(bad + "," + entry(inbound));
    CHECK(page.messages.size() == 1);
    CHECK(page.skipped == 1);
    const bool is_surely_inbound = bad.find("\"MO\"") != std::string::npos;
    CHECK(page.unreadable.size() == (is_surely_inbound ? 0 : 1));
    Listing alone;
    if (is_surely_inbound) {
        CHECK(alone.of(bad).skipped == 1);
    } else {
        CHECK_THROWS_AS(alone.of(bad), GatewayError);
    }
}

TEST_CASE("an entry that cannot be read tells what it can of the text that it may be") {
    const std::string old =
        R"({"id":1,"type":"MO","sourceAddress":"+12063996756","dateCreated":"2020-11-13T17:01:17Z"},)";
    const auto unreadable = [&](const std::string& bad) {
        Listing listing;
        const CarrierPage page = listing.of(old + bad);
        CHECK(page.skipped == 1);
        CHECK(page.messages.size() == 1);
        return page.unreadable;
    };
    const auto without_time = unreadable(
        R"({"id":"9","type":"ZO","destAddress":"2063996757","body":"Hello","dateCreated":"yesterday"})");
    REQUIRE(without_time.size() == 1);
    CHECK(without_time[0].id == "9");
    CHECK(without_time[0].number.str() == "+12063996757");
    CHECK(without_time[0].body == "Hello");
    CHECK_FALSE(without_time[0].earliest);
    CHECK(without_time[0].latest == at(1605286877000ms));  // that of the newer one before it

    const auto without_number =
        unreadable(R"({"id":"9","type":"ZO","destAddress":"XXXXXX6757","dateCreated":1605286000000})");
    REQUIRE(without_number.size() == 1);
    CHECK(without_number[0].number.empty());
    CHECK(without_number[0].earliest == at(1605286000000ms));
    CHECK(without_number[0].latest == at(1605286000000ms));

    const auto without_direction =
        unreadable(R"({"id":"9","sourceAddress":"+12068163958","destAddress":"+12063996757"})");
    REQUIRE(without_direction.size() == 1);
    CHECK(without_direction[0].number.str() == "+12063996757");
    CHECK(unreadable("{}").size() == 1);
}

TEST_CASE("what went to a short code or came from a name is no text of ours") {
    const std::string entry_of_others = GENERATE(
        as<std::string>(), R"("type":"ZO","destAddress":"72345")", R"("type":"ZO","address":"ptn:/723456")",
        R"("type":"MO","sourceAddress":"72345","destAddress":"+12068163958")",
        R"("type":"MO","sourceAddress":"ACME Bank")", R"("destAddress":"72345")");
    Listing listing;
    const CarrierPage page = listing.of(entry(entry_of_others));
    CHECK(page.skipped == 1);
    CHECK(page.skipped_ids.size() == 1);
    CHECK(page.unreadable.empty());
}

TEST_CASE("what makes no sense at the end of a list does not spoil the rest") {
    Listing listing;
    const CarrierPage page = listing.page(R"({"success":true,"response":[{}]})", 7, 10);
    CHECK(page.messages.empty());
    CHECK(page.unreadable.size() == 1);
}

TEST_CASE("bytes that are not UTF-8 spoil their message only") {
    Listing listing;
    const CarrierPage page = listing.of(
        R"({"id":1,"type":"MO","sourceAddress":"+12063996756","dateCreated":"2020-11-13T17:01:17Z","body":"a)"
        "\xC3("
        R"(b"},)" +
        entry(inbound));
    REQUIRE(page.messages.size() == 2);
    CHECK(page.messages[0].body == "a\xEF\xBF\xBD(b");
}

TEST_CASE("well-formed UTF-8 is left alone, all else is replaced") {
    CHECK(replace_invalid_utf8("é€😀\x7F") == "é€😀\x7F");
    CHECK(replace_invalid_utf8("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");  // overlong
    CHECK(replace_invalid_utf8("\xF4\x90\x80\x80").size() == 12);           // above U+10FFFF
    CHECK(replace_invalid_utf8("x\xED\xA0\x80") == "x\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a surrogate
    CHECK(replace_invalid_utf8("\xE2\x82") == "\xEF\xBF\xBD\xEF\xBF\xBD");                    // cut
}

TEST_CASE("a list ends where it has nothing more to give, whatever it says of its length") {
    const std::string two = "[" + entry(inbound) + "," + entry(outbound) + "]";
    const auto page = [](const std::string& list, const std::string& more, std::int64_t start,
                         std::int64_t limit) {
        Listing listing;
        return listing.page(R"({"success":true,"response":)" + list + more + "}", start, limit);
    };
    CHECK(page("[]", "", 0, 2).is_last);
    CHECK(page("[]", R"(,"total":9)", 4, 2).is_last);
    CHECK_FALSE(page(two, "", 0, 3).is_last);
    CHECK_FALSE(page(two, R"(,"total":2)", 0, 3).is_last);  // a total of the page, perhaps
    CHECK_FALSE(page(two, R"(,"total":6)", 4, 3).is_last);
    CHECK_FALSE(page(two, "", 0, 2).is_last);
    CHECK(page(R"({"messages":)" + two + "}", "", 0, 3).messages.size() == 2);
}

TEST_CASE("an answer that is no list says what kind of trouble it is") {
    using Kind = GatewayError::Kind;
    CHECK(failure("<html>", 200) == Kind::bad_answer);
    CHECK(failure(R"({"success":true,"response":"ok"})", 200) == Kind::bad_answer);
    CHECK(failure(R"({"success":true})", 200) == Kind::bad_answer);
    CHECK(failure(R"({"success":false,"errorCode":-703})", 200) == Kind::bad_answer);
    CHECK(failure(R"({"success":false,"errorCode":-855})", 200) == Kind::unreachable);
    CHECK(failure("", 502) == Kind::unreachable);
    CHECK(failure("", 429) == Kind::unreachable);
    CHECK(failure("", 403) == Kind::credentials_refused);
    CHECK(failure(R"({"success":false,"message":"No such session"})", 200) == Kind::credentials_refused);
    CHECK(failure(std::string(200'000, '['), 200) == Kind::bad_answer);
}

TEST_CASE("a network that fails is 'unreachable'") {
    Listing listing;
    listing.carrier.let_in();
    listing.carrier.fail(HttpError::Kind::answer_lost);
    CHECK_THROWS_AS(listing.gateway.list_messages(0, 10), GatewayError);
}

TEST_CASE("addresses become E.164") {
    const auto [address, number] = GENERATE(table<std::string, std::string>({
        {"+12063996756", "+12063996756"},
        {"ptn:/+12063996756", "+12063996756"},
        {"ptn:/2063996756", "+12063996756"},
        {"2063996756", "+12063996756"},
        {"12063996756", "+12063996756"},
        {"ptn:/+447700900123", "+447700900123"},
        {"", ""},
        {"ptn:/", ""},
        {"+", ""},
        {"206399675", ""},
        {"206-399-6756", ""},
        {"device:/309626613/0", ""},
        {"+1234567890123456", ""},
        {"+10639967560", ""},
        {"1063996756", ""},
        {"72345", ""},
    }));
    CHECK(number_from_address(address) == number);
}

TEST_CASE("a username becomes what the login wants") {
    CHECK(login_name("(206) 399-6756") == "2063996756");
    CHECK(login_name("+1 206.399.6756") == "2063996756");
    CHECK(login_name("+44 7700 900123") == "+447700900123");
    CHECK(login_name("somebody") == "somebody");
}

TEST_CASE("moments") {
    const auto [text, ms] = GENERATE(table<std::string, std::int64_t>({
        {"2020-11-13T17:01:17Z", 1605286877000},
        {"2020-11-13T17:01:17.25Z", 1605286877250},
        {"2020-11-13T17:01:17", 1605286877000},
        {"2015-08-19T16:53:45-07:00", 1440028425000},
        {"2015-08-20T00:53:45+01:00", 1440028425000},
        {"2015-08-19T16:53:45.000-0700", 1440028425000},
        {"1605286877000", 1605286877000},
        {"", 0},
        {"2020-02-30T00:00:00Z", 0},
        {"2020-13-01T00:00:00Z", 0},
        {"2020-11-13T25:00:00Z", 0},
        {"2020-11-13T17:01:17Zzz", 0},
        {"2020-11-13", 0},
        {"-5", 0},
    }));
    CAPTURE(text);
    Listing listing;
    const std::string bad_date =
        R"({"id":1,"type":"MO","sourceAddress":"+12063996756","dateCreated":")" + text + "\"}";
    const CarrierPage page = listing.of(bad_date + "," + entry(inbound));
    CHECK((page.skipped == 0 ? page.messages.at(0).created_at.time_since_epoch().count() : 0) == ms);
}
