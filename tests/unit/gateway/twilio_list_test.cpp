// TwilioGateway::list_messages: a walk through the two lists of a number, and what an entry may look like.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <set>

#include "core/time.hpp"
#include "unit/gateway/fake_http_client.hpp"
#include "unit/gateway/twilio_walk.hpp"
#include "unit/support/times.hpp"

using namespace send_text;
using namespace send_text::twilio;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;
using namespace std::chrono_literals;
using send_text::testing::at;

TEST_CASE("replies and texts of a number, newest first, each with the other side's number") {
    Walk walk;
    walk.account.add("inbound", person, line);
    walk.account.add("outbound-api", line, person);
    walk.account.add("outbound-reply", line, "+447700900123");
    walk.account.add("inbound", person, line)["body"] = nullptr;
    const CarrierPage page = walk.page();
    REQUIRE(ids_of(page) == Ids{"SM3", "SM2", "SM1", "SM0"});
    CHECK(page.is_last);
    CHECK(page.skipped == 0);
    CHECK(page.messages[0].direction == Direction::inbound);
    CHECK(page.messages[0].number.str() == person);
    CHECK(page.messages[0].body.empty());
    CHECK(page.messages[1].direction == Direction::outbound);
    CHECK(page.messages[1].number.str() == "+447700900123");
    CHECK(page.messages[1].state == CarrierState::in_progress);
    CHECK(page.messages[3].created_at == TwilioAccount::first_sent_at);
    CHECK(page.messages[3].body == "text 0");
    CHECK(walk.account.asked ==
          std::vector<Form>{{{"To", line}, {"PageSize", "100"}}, {{"From", line}, {"PageSize", "100"}}});
}

TEST_CASE("how many pictures came with a message") {
    Walk walk;
    const auto [num_media, media] = GENERATE(table<json, std::int64_t>(
        {{"0", 0}, {"1", 1}, {"10", 10}, {2, 2}, {nullptr, 0}, {"", 0}, {"two", 0}, {"-1", 0}, {true, 0}}));
    walk.account.add("inbound", person, line)["num_media"] = num_media;
    const CarrierPage page = walk.page();
    REQUIRE(page.messages.size() == 1);
    CHECK(page.messages[0].media == media);
}

TEST_CASE("two long lists are merged, and each of their pages is asked for once") {
    Walk long_walk;
    Ids expected;
    for (int i = 0; i < 650; ++i) {
        const bool is_inbound = i % 7 < 2 || (i > 300 && i < 420);  // now the one, now the other is longer
        if (is_inbound) {
            long_walk.account.add("inbound", person, line);
        } else {
            long_walk.account.add("outbound-api", line, person);
        }
        expected.insert(expected.begin(), "SM" + std::to_string(i));
    }
    const std::int64_t limit = GENERATE(1, 7, 100);
    CHECK(walk(long_walk.gateway, limit) == expected);
    const std::set<Form> different(long_walk.account.asked.begin(), long_walk.account.asked.end());
    CHECK(different.size() == long_walk.account.asked.size());
    CHECK(different.size() == 7);  // 271 replies are 3 pages, 379 texts are 4
}

TEST_CASE("a walk begins anew at 0, and where it cannot go on") {
    Walk walk;
    for (int i = 0; i < 10; ++i)
        walk.account.add(i % 2 == 0 ? "inbound" : "outbound-api", i % 2 == 0 ? person : line,
                         i % 2 == 0 ? line : person);
    CHECK(ids_of(walk.page(0, 4)) == Ids{"SM9", "SM8", "SM7", "SM6"});
    CHECK(ids_of(walk.page(3, 3)) == Ids{"SM6", "SM5", "SM4"});
    CHECK(ids_of(walk.page(6, 2)) == Ids{"SM3", "SM2"});
    CHECK(walk.account.asked.size() == 2);
    CHECK(ids_of(walk.page(2, 2)) == Ids{"SM7", "SM6"});  // back
    CHECK(walk.account.asked.size() == 4);
    CHECK(ids_of(walk.page(8, 9)) == Ids{"SM1", "SM0"});  // ahead
    CHECK(walk.account.asked.size() == 4);
    CHECK(walk.page(20, 9).is_last);
    walk.account.add("inbound", person, line);
    CHECK(ids_of(walk.page(0, 1)) == Ids{"SM10"});
    TwilioGateway another(walk.account.client(), TwilioAccount::sid, LineId(line));
    CHECK(ids_of(another.list_messages(9, 5)) == Ids{"SM1", "SM0"});
}

TEST_CASE("a list that fails half way is walked anew") {
    Walk walk;
    for (int i = 0; i < 150; ++i)
        walk.account.add("inbound", person, line);
    CHECK(walk.page(0, 100).messages.size() == 100);
    walk.account.fails_at = 3;
    CHECK(failure(walk.gateway, 99).kind() == GatewayError::Kind::unreachable);
    CHECK(ids_of(walk.page(99, 2)) == Ids{"SM50", "SM49"});
}

TEST_CASE("a text between two lines of an account is each line's own") {
    TwilioAccount account;
    account.add("outbound-api", line, other_line);
    account.add("inbound", line, other_line);
    account.add("outbound-api", line, line);
    account.add("inbound", line, line);
    TwilioGateway sender(account.client(), TwilioAccount::sid, LineId(line));
    TwilioGateway receiver(account.client(), TwilioAccount::sid, LineId(other_line));
    CHECK(ids_of(sender.list_messages(0, 9)) == Ids{"SM3", "SM2", "SM0"});
    CHECK(ids_of(receiver.list_messages(0, 9)) == Ids{"SM1"});
}

TEST_CASE("a message that was scheduled long ago does not hold up what is newer than the other list") {
    Walk walk;
    walk.account.add("inbound", person, line);
    walk.account.add("outbound-api", line, person);
    walk.account.add("inbound", person, line);
    walk.account.add("outbound-api", line, person)["date_created"] =
        rfc_2822(TwilioAccount::first_sent_at - 24h);
    const CarrierPage page = walk.page();
    CHECK(ids_of(page) == Ids{"SM3", "SM2", "SM1", "SM0"});
    CHECK(page.messages[0].created_at == TwilioAccount::first_sent_at - 24h);
}

TEST_CASE("how far a text has come by its status") {
    const auto [status, state] = GENERATE(table<std::string, CarrierState>({
        {"queued", CarrierState::in_progress},
        {"accepted", CarrierState::in_progress},
        {"scheduled", CarrierState::in_progress},
        {"sending", CarrierState::in_progress},
        {"sent", CarrierState::in_progress},
        {"partially_delivered", CarrierState::in_progress},
        {"something new", CarrierState::in_progress},
        {"delivered", CarrierState::delivered},
        {"read", CarrierState::delivered},
        {"failed", CarrierState::failed},
        {"undelivered", CarrierState::failed},
        {"canceled", CarrierState::failed},
    }));
    Walk walk;
    walk.account.add("outbound-api", line, person)["status"] = status;
    CHECK(walk.page().messages.at(0).state == state);
    Walk reply;
    reply.account.add("inbound", person, line)["status"] = status;
    CHECK(reply.page().messages.at(0).state == CarrierState::delivered);
}

TEST_CASE("why a text failed is told in words, or by Twilio's number for it") {
    const auto [status, code, words] = GENERATE(table<std::string, json, std::string>({
        {"undelivered", 30006, "a landline"},
        {"failed", "30007", "filter"},
        {"failed", 63016, "Twilio's error 63016."},
        {"failed", 69999, "Twilio's error 69999."},
        {"undelivered", 30034, "not registered"},
        {"failed", nullptr, ""},
        {"delivered", 30006, ""},
    }));
    Walk walk;
    json& entry = walk.account.add("outbound-api", line, person);
    entry["status"] = status;
    entry["error_code"] = code;
    const std::string failure = walk.page().messages.at(0).failure;
    CHECK_THAT(failure, ContainsSubstring(words));
    CHECK(failure.empty() == words.empty());
    CHECK((walk.page().messages.at(0).fact == NumberFact::takes_no_texts) == (words == "a landline"));
}

TEST_CASE("a failure for a reason that is not known here says Twilio's own words, but not the text's") {
    Walk walk;
    json& entry = walk.account.add("outbound-api", line, person);
    entry["status"] = "failed";
    entry["error_code"] = 69999;
    entry["error_message"] = "No cheese for 'text 0' to " + person;
    CHECK(walk.page().messages.at(0).failure == "Twilio's error 69999: No cheese for '…' to +**99.");
}

TEST_CASE("moments as Twilio writes them") {
    const auto [created, sent, ms] = GENERATE(table<json, json, std::int64_t>({
        {"Fri, 13 Nov 2020 17:01:17 +0000", nullptr, 1605286877000},
        {"13 Nov 2020 17:01:17 +0000", nullptr, 1605286877000},
        {"Fri, 13 Nov 2020 10:01:17 -0700", nullptr, 1605286877000},
        {"Fri, 13 Nov 2020 17:01:17 GMT", nullptr, 1605286877000},
        {"Sun, 1 Nov 2020 00:00:00 +0000", nullptr, 1604188800000},
        {"Fri, 13 Nov 2020 17:01:17 +0000", "Fri, 13 Nov 2020 17:01:19 +0000", 1605286877000},
        {nullptr, "Fri, 13 Nov 2020 17:01:17 +0000", 1605286877000},
        {"soon", "Fri, 13 Nov 2020 17:01:17 +0000", 1605286877000},
        {nullptr, nullptr, 0},
        {7, "", 0},
        {"Fri, 13 Nov 2020", nullptr, 0},
        {"Fri, 31 Feb 2020 17:01:17 +0000", nullptr, 0},
        {"Fri, 13 Nov 1066 17:01:17 +0000", nullptr, 0},
        {"::", nullptr, 0},
    }));
    CAPTURE(created, sent);
    Walk walk;
    walk.account.add("inbound", person, line);
    json& entry = walk.account.add("inbound", person, line);
    entry["date_created"] = created;
    entry["date_sent"] = sent;
    const CarrierPage page = walk.page();
    CHECK(page.skipped == (ms == 0 ? 1 : 0));
    TimePoint found_at{};
    for (const CarrierMessage& message : page.messages) {
        if (message.id == "SM1") found_at = message.created_at;
    }
    CHECK(found_at.time_since_epoch().count() == ms);
}

TEST_CASE("an entry of Twilio's that makes no sense is skipped and counted") {
    struct Bad {
        const char* field;
        json value;
        std::size_t unreadable;
    };
    const bool is_inbound = GENERATE(true, false);
    const Bad bad =
        GENERATE_COPY(Bad{"sid", nullptr, 1}, Bad{"sid", 7, 1}, Bad{"date_created", "soon", 1},
                      Bad{"direction", "sideways", 1},
                      Bad{is_inbound ? "from" : "to", is_inbound ? "72345" : "whatsapp:+1651", 1});
    CAPTURE(bad.field, bad.value, is_inbound);
    Walk walk;
    walk.account.add("outbound-api", line, person);
    json& entry = is_inbound ? walk.account.add("inbound", person, line)
                             : walk.account.add("outbound-api", line, person);
    entry["date_sent"] = nullptr;
    entry[bad.field] = bad.value;
    const CarrierPage page = walk.page();
    CHECK(ids_of(page) == Ids{"SM0"});
    CHECK(page.skipped == 1);
    CHECK(page.unreadable.size() == (is_inbound ? 0 : 1));
    CHECK(page.is_last);
}

TEST_CASE("an entry of Twilio's that cannot be read tells what it can of the text that it may be") {
    Walk walk;
    json& without_time = walk.account.add("outbound-api", line, person);
    without_time["date_created"] = without_time["date_sent"] = nullptr;
    walk.account.add("outbound-api", line, "whatsapp:" + person);
    walk.account.add("outbound-api", line, "whatsapp:+1651555XXXX");
    walk.account.add("outbound-api", line, "72345");
    walk.account.add("inbound", "ACME Bank", line);
    walk.account.add("inbound", person, line);
    const CarrierPage page = walk.page();
    CHECK(ids_of(page) == Ids{"SM5"});
    CHECK(page.skipped == 5);
    CHECK(page.skipped_ids.size() == 5);
    REQUIRE(page.unreadable.size() == 3);
    CHECK(page.unreadable[0].number.empty());
    CHECK(page.unreadable[1].number.str() == person);
    CHECK(page.unreadable[1].earliest == TwilioAccount::first_sent_at + 1s);
    CHECK(page.unreadable[2].id == "SM0");
    CHECK(page.unreadable[2].number.str() == person);
    CHECK(page.unreadable[2].body == "text 0");
    CHECK_FALSE(page.unreadable[2].earliest);
    CHECK(page.unreadable[2].latest == TwilioAccount::first_sent_at + 1s);  // that of the newer one before it
}

TEST_CASE("what can be no message at all counts in the list of texts, and alone it is nonsense") {
    Walk walk;
    walk.account.add_entry(GENERATE(as<json>(), nullptr, 7, "text"));
    CHECK(failure(walk.gateway).kind() == GatewayError::Kind::bad_answer);
    walk.account.add("inbound", person, line);
    const CarrierPage page = walk.page();
    CHECK(page.messages.size() == 1);
    CHECK(page.skipped == 2);
    CHECK(page.unreadable.size() == 1);
}

TEST_CASE("an entry without sense at a seam is read again like any other") {
    Walk walk;
    walk.account.add("outbound-api", line, person)["sid"] = nullptr;
    walk.account.add("outbound-api", line, person);
    CHECK(walk.page(0, 2).unreadable.size() == 1);
    const CarrierPage page = walk.page(1, 2);
    CHECK(page.is_last);
    CHECK(page.unreadable.size() == 1);
}

TEST_CASE("failures of a list") {
    using Kind = GatewayError::Kind;
    const auto [status, kind] = GENERATE(table<int, Kind>({{401, Kind::credentials_refused},
                                                           {429, Kind::unreachable},
                                                           {502, Kind::unreachable},
                                                           {404, Kind::bad_answer}}));
    FakeCarrier carrier;
    TwilioGateway gateway(carrier.client_with_get(), TwilioAccount::sid, LineId(line));
    carrier.answer("", status);
    CHECK(failure(gateway).kind() == kind);
    carrier.fail(HttpError::Kind::answer_lost);
    CHECK(failure(gateway).kind() == Kind::unreachable);
}
