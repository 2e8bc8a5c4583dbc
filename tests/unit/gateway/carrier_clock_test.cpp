// How far our clock is from the carrier's, measured by what the carrier says.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "gateway/carrier_clock.hpp"
#include "gateway/normalizing_gateway.hpp"
#include "unit/support/manual_clock.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

constexpr std::int64_t day_ms = 24 * hour_ms;

/// A carrier with a clock of its own, and with another one for its Date headers, if any.
class Carrier final : public Gateway {
  public:
    explicit Carrier(ManualClock& clock) : clock_(clock) {}

    void log_in() override {}
    SendResult send(const std::string&, const std::string& body) override {
        clock_.advance(answer_takes_ms / 2);
        std::string id = "m" + std::to_string(messages.size() + 1);
        add(id, body);
        clock_.advance(answer_takes_ms / 2);
        return {SendOutcome::accepted, id, {}, {}};
    }
    CarrierPage list_messages(std::int64_t, std::int64_t) override {
        CarrierPage page{messages, true};
        page.unreadable = unreadable;
        return page;
    }
    void set_webhooks(const std::string&, const std::string&) override {}

    void add(const std::string& id, const std::string& body) {
        CarrierMessage message;
        message.id = id;
        message.body = body;
        message.created_ms = whole_seconds(clock_.now_ms() - behind_ms);
        messages.push_back(message);
    }
    static std::int64_t whole_seconds(std::int64_t moment_ms) { return moment_ms / second_ms * second_ms; }

    std::int64_t behind_ms = 0;
    std::int64_t answer_takes_ms = 0;
    std::vector<CarrierMessage> messages;
    std::vector<UnreadableEntry> unreadable;

  private:
    ManualClock& clock_;
};

struct Line {
    /// An answer comes with a Date header of a clock that is so far behind ours.
    void dated(std::int64_t behind_ms, std::int64_t takes_ms = 0) {
        const std::int64_t asked_ms = clock.now_ms();
        clock.advance(takes_ms);
        carrier_clock->dated({asked_ms, clock.now_ms()},
                             Carrier::whole_seconds(asked_ms + takes_ms / 2 - behind_ms));
    }
    std::int64_t listed_first_ms() { return gateway.list_messages(0, 100).messages.at(0).created_ms; }

    ManualClock clock;
    std::shared_ptr<CarrierClock> carrier_clock = std::make_shared<CarrierClock>();
    std::unique_ptr<Carrier> owned = std::make_unique<Carrier>(clock);
    Carrier& carrier = *owned;
    std::vector<std::int64_t> measured;
    NormalizingGateway gateway{std::move(owned), carrier_clock, clock,
                               [this](std::int64_t ahead_ms) { measured.push_back(ahead_ms); }};
};

bool is_about(std::int64_t moment_ms, std::int64_t wanted_ms) {
    return moment_ms > wanted_ms - 2 * second_ms && moment_ms < wanted_ms + 2 * second_ms;
}

}  // namespace

TEST_CASE("by the Date header the carrier's times become ours") {
    Line line;
    const std::int64_t behind_ms = GENERATE(minute_ms, 10 * minute_ms, hour_ms, 26 * hour_ms, 400 * day_ms,
                                            -minute_ms, -hour_ms, -day_ms);
    line.carrier.behind_ms = behind_ms;
    line.clock.advance(GENERATE(0, 1, 499, 999));
    line.dated(behind_ms);
    line.carrier.add("m1", "Yes");
    const std::int64_t now_ms = line.clock.now_ms();
    CHECK(is_about(line.listed_first_ms(), now_ms));
    CHECK(line.gateway.list_messages(0, 100).messages[0].listed_ms ==
          Carrier::whole_seconds(now_ms - behind_ms));
    CHECK(is_about(line.measured.at(0), behind_ms));
}

TEST_CASE("what cannot be read as a message comes in our terms too, as far as it can be read") {
    Line line;
    line.dated(hour_ms);
    const std::int64_t ahead_ms = line.carrier_clock->ahead_ms();
    line.carrier.unreadable = {{"m1", "+5215512345678", "", start_ms, start_ms}, {"m2", "", "", {}, {}}};
    const std::vector<UnreadableEntry> entries = line.gateway.list_messages(0, 100).unreadable;
    CHECK(entries.at(0).number == "+525512345678");
    CHECK(entries[0].earliest_ms == start_ms + ahead_ms);
    CHECK(entries[0].latest_ms == start_ms + ahead_ms);
    CHECK_FALSE(entries.at(1).latest_ms);
}

TEST_CASE("listed numbers come in the form in which texts reach them") {
    Line line;
    const auto [listed, ours] = GENERATE(table<std::string, std::string>({
        {"+5215512345678", "+525512345678"},
        {"+541123456789", "+5491123456789"},
        {"+551187654321", "+5511987654321"},
        {"+16515551204", "+16515551204"},
    }));
    line.carrier.add("m1", "Yes");
    line.carrier.messages[0].number = listed;
    CHECK(line.gateway.list_messages(0, 100).messages.at(0).number == ours);
}

TEST_CASE("a carrier whose clock is right gives the times that it lists") {
    Line line;
    for (int i = 0; i < 50; ++i) {
        line.clock.advance(1'237);
        line.dated(0, i * 7);
        line.gateway.send("+16515551204", "Hello");
        line.gateway.list_messages(0, 100);
    }
    CHECK(line.carrier_clock->ahead_ms() == 0);
}

TEST_CASE("a slow answer says little, and so changes nothing") {
    Line line;
    line.dated(hour_ms);
    const std::int64_t ahead_ms = line.carrier_clock->ahead_ms();
    line.dated(hour_ms, 30 * second_ms);
    line.dated(hour_ms, 8 * hour_ms);  // the computer slept
    CHECK(line.carrier_clock->ahead_ms() == ahead_ms);
}

TEST_CASE("a clock that is corrected is noticed with the next answer") {
    Line line;
    line.dated(hour_ms);
    line.clock.advance(-hour_ms);
    line.dated(0);
    CHECK(is_about(line.carrier_clock->ahead_ms(), 0));
    line.clock.advance(day_ms);
    line.dated(day_ms);
    CHECK(is_about(line.carrier_clock->ahead_ms(), day_ms));
}

TEST_CASE("an answer during which the clock was set back is no measure") {
    CarrierClock clock;
    clock.dated({start_ms, start_ms - hour_ms}, start_ms);
    clock.took("m1", {start_ms, start_ms - hour_ms});
    clock.listed("m1", start_ms - day_ms);
    CHECK(clock.ahead_ms() == 0);
}

TEST_CASE("without a Date header a text that has just been sent tells the difference") {
    Line line;
    const std::int64_t behind_ms = GENERATE(10 * minute_ms, hour_ms, -hour_ms, 30 * day_ms);
    line.carrier.behind_ms = behind_ms;
    line.carrier.answer_takes_ms = 800;
    line.gateway.send("+16515551204", "Hello");
    line.clock.advance(minute_ms);
    CHECK(is_about(line.listed_first_ms(), line.clock.now_ms() - minute_ms));
    CHECK(is_about(line.carrier_clock->ahead_ms(), behind_ms));
}

TEST_CASE("times that are listed without their zone are put right, whatever the Date header says") {
    Line line;
    line.dated(0);
    line.carrier.behind_ms = 6 * hour_ms;
    line.gateway.send("+16515551204", "Hello");
    CHECK(is_about(line.listed_first_ms(), line.clock.now_ms()));

    // The computer's clock changes after that: the two are not mixed up.
    line.clock.advance(2 * hour_ms);
    line.carrier.behind_ms += 2 * hour_ms;
    line.dated(2 * hour_ms);
    line.carrier.messages.clear();
    line.carrier.add("m9", "Yes");
    CHECK(is_about(line.listed_first_ms(), line.clock.now_ms()));
}

TEST_CASE("a clock that is corrected between a text and its listing is no zone") {
    Line line;
    line.dated(hour_ms);
    line.carrier.behind_ms = hour_ms;
    line.gateway.send("+16515551204", "Hello");
    line.clock.advance(-hour_ms);
    line.dated(0);
    line.gateway.list_messages(0, 100);
    CHECK(is_about(line.carrier_clock->ahead_ms(), 0));
}

TEST_CASE("texts of others and long ago ones are no measure") {
    Line line;
    line.carrier.add("x1", "Written in the carrier's own application");
    line.carrier.messages[0].created_ms -= hour_ms;
    line.gateway.list_messages(0, 100);
    CHECK(line.carrier_clock->ahead_ms() == 0);
    for (int i = 0; i < 1001; ++i)
        line.carrier_clock->took("m" + std::to_string(i), {line.clock.now_ms(), line.clock.now_ms()});
    line.carrier_clock->listed("m0", line.clock.now_ms() - hour_ms);
    CHECK(line.carrier_clock->ahead_ms() == 0);
}

TEST_CASE("the gateways of a line share its clock") {
    CarrierClocks clocks;
    CHECK(clocks.of("a") == clocks.of("a"));
    CHECK(clocks.of("a") != clocks.of("b"));
}

TEST_CASE("a difference is told in words from a minute on") {
    CHECK(clock_warning("Twilio", 0) == std::nullopt);
    CHECK(clock_warning("Twilio", 59'999) == std::nullopt);
    CHECK(clock_warning("Twilio", -59'999) == std::nullopt);
    const auto [ahead_ms, words] = GENERATE(table<std::int64_t, std::string>({
        {minute_ms, "1 minute ahead of Twilio's."},
        {-minute_ms, "1 minute behind Twilio's."},
        {10 * minute_ms, "10 minutes ahead of Twilio's."},
        {hour_ms - second_ms, "1 hour ahead of Twilio's."},
        {-hour_ms - 30 * minute_ms, "1 hour 30 minutes behind Twilio's."},
        {6 * hour_ms, "6 hours ahead of Twilio's."},
        {day_ms, "1 day ahead of Twilio's."},
        {-2 * day_ms - 3 * hour_ms - 20 * minute_ms, "2 days 3 hours behind Twilio's."},
    }));
    CHECK(clock_warning("Twilio", ahead_ms) ==
          "This computer's clock is " + words +
              " Correct its date, time and time zone: the texting hours depend on them.");
}
