// What one person sent breaks the carrier's list, or the list has no end: everybody else is heard all the
// same.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <deque>
#include <functional>
#include <memory>

#include "gateway/twilio/twilio_gateway.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"
#include "unit/conversations/conversation_fixture.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

const E164 other_number("+16515551205");
const std::string fffd = "\xEF\xBF\xBD";

/// Answers each question with the bytes of its carrier's list, from an entry on.
class Bytes final : public HttpClient {
  public:
    using ListFrom = std::function<std::string(std::size_t start)>;

    explicit Bytes(ListFrom list_from) : list_from_(std::move(list_from)) {}
    HttpAnswer post(const std::string& path, const Form& form) override {
        if (path == "/user/login") return {200, R"({"success":true,"response":"key:1"})", {}};
        const auto start = std::find_if(form.begin(), form.end(),
                                        [](const auto& parameter) { return parameter.first == "start"; });
        return {200, list_from_(std::stoul(start->second)), {}};
    }
    HttpAnswer get(const std::string&, const Form& form) override {
        const bool is_of_texts = form.at(0).first == "From";
        return {200, is_of_texts ? R"({"messages":[],"next_page_uri":null})" : list_from_(0), {}};
    }

  private:
    ListFrom list_from_;
};

/// The line's account at a carrier, whose list is given as bytes.
class BytesOfCarrier final : public LineGateways {
  public:
    explicit BytesOfCarrier(bool is_twilio) : is_twilio_(is_twilio) {
        const Credentials credentials{"6515550100", "p"};
        auto http = std::make_unique<Bytes>([this](std::size_t start) { return list_from(start); });
        if (is_twilio) {
            gateway_ = std::make_unique<twilio::TwilioGateway>(std::move(http),
                                                               "AC0123456789abcdef0123456789abcdef", line);
        } else {
            gateway_ = std::make_unique<zipwhip::ZipwhipGateway>(std::move(http), credentials,
                                                                 sessions_.of("https://x", credentials));
        }
    }

    std::vector<Line> lines() override { return {{line, no_time}}; }
    Gateway* gateway_of(const LineId&) override { return gateway_.get(); }
    LineAccount account_of(const LineId&) override { return {}; }

    /// A reply, `body` being JSON already.
    void add(const E164& from, const std::string& body) {
        const std::string id = "SM" + std::to_string(++count_);
        const std::string second = std::to_string(10 + count_);
        const std::string entry =
            is_twilio_ ? R"({"sid":")" + id + R"(","direction":"inbound","from":")" + from.str() +
                             R"(","to":")" + line.str() + R"(","date_created":"Mon, 02 Mar 2026 17:00:)" +
                             second + R"( +0000","body":)" + body + "}"
                       : R"({"id":")" + id + R"(","type":"MO","sourceAddress":")" + from.str() +
                             R"(","dateCreated":"2026-03-02T17:00:)" + second + R"(Z","body":)" + body + "}";
        entries_.push_front(entry);
    }

  private:
    std::string list_from(std::size_t start) const {
        std::string entries;
        for (std::size_t i = start; i < entries_.size(); ++i)
            entries += (i == start ? "" : ",") + entries_[i];
        return is_twilio_ ? R"({"messages":[)" + entries + R"(],"next_page_uri":null,"page":0})"
                          : R"({"success":true,"response":[)" + entries + R"(],"total":1})";
    }

    bool is_twilio_;
    int count_ = 0;
    std::deque<std::string> entries_;  ///< newest first
    zipwhip::SessionKeys sessions_;
    std::unique_ptr<Gateway> gateway_;
};

struct Office : ConversationFixture {
    explicit Office(bool is_twilio) : carrier_bytes(is_twilio) {}

    void read() {
        clock.advance(10min);
        real_inbox.step();
    }

    BytesOfCarrier carrier_bytes;
    Inbox real_inbox{outbox, conversations, carrier_bytes, consent, directory, notifier, context, {}};
};

}  // namespace

TEST_CASE("a body that breaks the list is filed mended, and the STOP beside it holds") {
    const bool is_twilio = GENERATE(true, false);
    const auto [body, read] = GENERATE(table<std::string, std::string>({
        {R"("Yes \ud83d")", "Yes " + fffd},
        {R"("\ude00 Yes")", fffd + " Yes"},
        {"\"Yes\nMonday\"", "Yes\nMonday"},
        {R"("It\'s \x41")", "It's " + fffd + "x41"},
        {R"("\u12G4")", fffd + "G4"},
        {"\"Yes \xF0\x9F\"", "Yes " + fffd + fffd},
        {std::string("\"Yes\0\"", 6), "Yes" + fffd},
        {R"("Yes \u0000 Monday")", "Yes " + fffd + " Monday"},
        {"1e999", "1e999"},
        {"5", "5"},
        {"null", "Sent an empty message."},
        {"[[[]]]", fffd},
        {R"("He said "hi" to me")", "He said " + fffd},
        {R"("cut \")", "cut \"" + fffd},
        {"]", fffd},
        {"<b>", fffd},
        {"\"\",\"more\":" + std::string(70, '[') + std::string(70, ']'), "Sent an empty message."},
    }));
    CAPTURE(is_twilio, body);
    Office office(is_twilio);
    office.directory.add(dominic, "Dominic", {number});
    office.directory.add(roommate, "Roommate", {other_number});
    office.carrier_bytes.add(number, R"("Before")");
    office.carrier_bytes.add(number, body);
    office.carrier_bytes.add(other_number, R"("STOP")");
    office.read();
    REQUIRE(office.notifier.notifications.size() == 3);
    CHECK(office.notifier.notifications[1].text == read);
    CHECK(office.notifier.notifications[2].text == "STOP");
    CHECK(office.number_facts.of(other_number).contains(NumberFact::opted_out));
    CHECK(office.log.count(LogSeverity::warning) == 0);
    CHECK(office.logger.flush() == 0);
    CHECK(office.message_log.order.size() == 2);
    CHECK(office.message_log.at(0).text.find('\0') == std::string::npos);
}

TEST_CASE("an entry that breaks the list is skipped and told, and everybody else is heard") {
    const bool is_twilio = GENERATE(true, false);
    const std::string body = GENERATE(as<std::string>(), "{", R"({"a":1)");
    CAPTURE(is_twilio, body);
    Office office(is_twilio);
    office.carrier_bytes.add(number, R"("Before")");
    office.carrier_bytes.add(number, body);
    office.carrier_bytes.add(other_number, R"("STOP")");
    office.read();
    CHECK(office.notifier.notifications.size() == 2);
    CHECK(office.number_facts.of(other_number).contains(NumberFact::opted_out));
    CHECK(office.log.mentions("1 message(s)"));
    office.carrier_bytes.add(other_number, R"("START")");
    office.read();
    CHECK(office.notifier.notifications.size() == 3);
    CHECK(office.number_facts.of(other_number).empty());
    CHECK(office.log.count(LogSeverity::warning) == 1);
}

TEST_CASE(
    "what can be read of a list without end is filed at each poll, and what it lacked once it is there") {
    ConversationFixture office;
    for (int i = 0; i < 150; ++i) {
        office.carrier.receive(number, std::to_string(i));
        office.clock.advance(1s);
    }
    bool is_broken = true;
    SECTION("it leads nowhere") {
        office.carrier.broken_off = "The list goes on and on.";
        office.poll();
        CHECK(office.notifier.notifications.size() == 150);
    }
    SECTION("its second page fails") {
        office.carrier.list_fails = [&] { return is_broken && office.carrier.list_requests % 2 == 0; };
        office.poll();
        CHECK(office.notifier.notifications.size() == 100);
    }
    SECTION("its second page is the first one again") {
        office.carrier.pages_repeat = true;
        office.poll();
        CHECK(office.notifier.notifications.size() == 100);
        CHECK(office.carrier.list_requests < 20);
    }
    CHECK(office.log.count(LogSeverity::warning) == 1);
    CHECK(office.log.mentions("cannot be read to its end"));
    office.carrier.receive(number, "new");
    office.clock.advance(15s);
    office.inbox.step();  // as soon as ever
    CHECK(office.notifier.notifications.back().text == "new");
    CHECK(office.log.count(LogSeverity::warning) == 1);

    is_broken = false;
    office.carrier.broken_off.reset();
    office.carrier.pages_repeat = false;
    office.poll();
    CHECK(office.notifier.notifications.size() == 151);
}
