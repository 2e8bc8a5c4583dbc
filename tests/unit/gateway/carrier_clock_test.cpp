// How far our clock is from the carrier's, measured by what the carrier says.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/time.hpp"
#include "gateway/carrier_clock.hpp"
#include "gateway/normalizing_gateway.hpp"
#include "unit/support/manual_clock.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

/// A carrier with a clock of its own, and with another one for its Date headers, if any.
class Carrier final : public Gateway {
  public:
    explicit Carrier(ManualClock& clock) : clock_(clock) {}

    void log_in() override {}
    SendResult send(const E164&, const std::string& body) override {
        clock_.advance(answer_delay / 2);
        std::string id = "m" + std::to_string(messages.size() + 1);
        add(id, body);
        clock_.advance(answer_delay / 2);
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
        message.created_at = whole_seconds(clock_.now() - behind);
        messages.push_back(message);
    }
    static TimePoint whole_seconds(TimePoint time) { return std::chrono::floor<Seconds>(time); }

    Milliseconds behind{};
    Milliseconds answer_delay{};
    std::vector<CarrierMessage> messages;
    std::vector<UnreadableEntry> unreadable;

  private:
    ManualClock& clock_;
};

struct Line {
    /// An answer comes with a Date header of a clock that is so far behind ours.
    void dated(Milliseconds behind, Milliseconds delay = {}) {
        const TimePoint asked_at = clock.now();
        clock.advance(delay);
        carrier_clock->dated({asked_at, clock.now()}, Carrier::whole_seconds(asked_at + delay / 2 - behind));
    }
    TimePoint first_listed_at() { return gateway.list_messages(0, 100).messages.at(0).created_at; }

    ManualClock clock;
    std::shared_ptr<CarrierClock> carrier_clock = std::make_shared<CarrierClock>();
    std::unique_ptr<Carrier> owned = std::make_unique<Carrier>(clock);
    Carrier& carrier = *owned;
    std::vector<Milliseconds> measured;
    NormalizingGateway gateway{std::move(owned), carrier_clock, clock,
                               [this](Milliseconds ahead) { measured.push_back(ahead); }};
};

template <class Time>
bool is_about(Time time, Time wanted) {
    return time > wanted - 2s && time < wanted + 2s;
}

}  // namespace

TEST_CASE("by the Date header the carrier's times become ours") {
    Line line;
    const Milliseconds behind = GENERATE(as<Milliseconds>{}, 1min, 10min, 1h, 26h, std::chrono::days(400),
                                         -1min, -1h, -std::chrono::days(1));
    line.carrier.behind = behind;
    line.clock.advance(GENERATE(0ms, 1ms, 499ms, 999ms));
    line.dated(behind);
    line.carrier.add("m1", "Yes");
    const TimePoint now = line.clock.now();
    CHECK(is_about(line.first_listed_at(), now));
    CHECK(line.gateway.list_messages(0, 100).messages[0].listed_at == Carrier::whole_seconds(now - behind));
    CHECK(is_about(line.measured.at(0), behind));
}

TEST_CASE("what cannot be read as a message comes in our terms too, as far as it can be read") {
    Line line;
    line.dated(1h);
    const Milliseconds ahead = line.carrier_clock->ahead();
    line.carrier.unreadable = {{"m1", E164("+5215512345678"), "", start_time, start_time},
                               {"m2", {}, "", {}, {}}};
    const std::vector<UnreadableEntry> entries = line.gateway.list_messages(0, 100).unreadable;
    CHECK(entries.at(0).number.str() == "+525512345678");
    CHECK(entries[0].earliest == start_time + ahead);
    CHECK(entries[0].latest == start_time + ahead);
    CHECK_FALSE(entries.at(1).latest);
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
    line.carrier.messages[0].number = E164(listed);
    CHECK(line.gateway.list_messages(0, 100).messages.at(0).number.str() == ours);
}

TEST_CASE("a carrier whose clock is right gives the times that it lists") {
    Line line;
    for (int i = 0; i < 50; ++i) {
        line.clock.advance(1'237ms);
        line.dated(0s, Milliseconds(i * 7));
        line.gateway.send(E164("+16515551204"), "Hello");
        line.gateway.list_messages(0, 100);
    }
    CHECK(line.carrier_clock->ahead() == 0s);
}

TEST_CASE("a slow answer says little, and so changes nothing") {
    Line line;
    line.dated(1h);
    const Milliseconds ahead = line.carrier_clock->ahead();
    line.dated(1h, 30s);
    line.dated(1h, 8h);  // the computer slept
    CHECK(line.carrier_clock->ahead() == ahead);
}

TEST_CASE("a clock that is corrected is noticed with the next answer") {
    Line line;
    line.dated(1h);
    line.clock.advance(-1h);
    line.dated(0s);
    CHECK(is_about(line.carrier_clock->ahead(), Milliseconds(0)));
    line.clock.advance(std::chrono::days(1));
    line.dated(std::chrono::days(1));
    CHECK(is_about(line.carrier_clock->ahead(), Milliseconds(std::chrono::days(1))));
}

TEST_CASE("an answer during which the clock was set back is no measure") {
    CarrierClock clock;
    clock.dated({start_time, start_time - 1h}, start_time);
    clock.took("m1", {start_time, start_time - 1h});
    clock.listed("m1", start_time - std::chrono::days(1));
    CHECK(clock.ahead() == 0s);
}

TEST_CASE("without a Date header a text that has just been sent tells the difference") {
    Line line;
    const Milliseconds behind = GENERATE(as<Milliseconds>{}, 10min, 1h, -1h, std::chrono::days(30));
    line.carrier.behind = behind;
    line.carrier.answer_delay = 800ms;
    line.gateway.send(E164("+16515551204"), "Hello");
    line.clock.advance(1min);
    CHECK(is_about(line.first_listed_at(), line.clock.now() - 1min));
    CHECK(is_about(line.carrier_clock->ahead(), behind));
}

TEST_CASE("times that are listed without their zone are put right, whatever the Date header says") {
    Line line;
    line.dated(0s);
    line.carrier.behind = 6h;
    line.gateway.send(E164("+16515551204"), "Hello");
    CHECK(is_about(line.first_listed_at(), line.clock.now()));

    // The computer's clock changes after that: the two are not mixed up.
    line.clock.advance(2h);
    line.carrier.behind += 2h;
    line.dated(2h);
    line.carrier.messages.clear();
    line.carrier.add("m9", "Yes");
    CHECK(is_about(line.first_listed_at(), line.clock.now()));
}

TEST_CASE("a clock that is corrected between a text and its listing is no zone") {
    Line line;
    line.dated(1h);
    line.carrier.behind = 1h;
    line.gateway.send(E164("+16515551204"), "Hello");
    line.clock.advance(-1h);
    line.dated(0s);
    line.gateway.list_messages(0, 100);
    CHECK(is_about(line.carrier_clock->ahead(), Milliseconds(0)));
}

TEST_CASE("texts of others and long ago ones are no measure") {
    Line line;
    line.carrier.add("x1", "Written in the carrier's own application");
    line.carrier.messages[0].created_at -= 1h;
    line.gateway.list_messages(0, 100);
    CHECK(line.carrier_clock->ahead() == 0s);
    for (int i = 0; i < 1001; ++i)
        line.carrier_clock->took("m" + std::to_string(i), {line.clock.now(), line.clock.now()});
    line.carrier_clock->listed("m0", line.clock.now() - 1h);
    CHECK(line.carrier_clock->ahead() == 0s);
}

TEST_CASE("the gateways of a line share its clock") {
    CarrierClocks clocks;
    CHECK(clocks.of("a") == clocks.of("a"));
    CHECK(clocks.of("a") != clocks.of("b"));
}

TEST_CASE("a difference is told in words from a minute on") {
    CHECK(clock_warning("Twilio", 0ms) == std::nullopt);
    CHECK(clock_warning("Twilio", 59'999ms) == std::nullopt);
    CHECK(clock_warning("Twilio", -59'999ms) == std::nullopt);
    const auto [ahead, words] = GENERATE(table<Milliseconds, std::string>({
        {1min, "1 minute ahead of Twilio's."},
        {-1min, "1 minute behind Twilio's."},
        {10min, "10 minutes ahead of Twilio's."},
        {1h - 1s, "1 hour ahead of Twilio's."},
        {-1h - 30min, "1 hour 30 minutes behind Twilio's."},
        {6h, "6 hours ahead of Twilio's."},
        {std::chrono::days(1), "1 day ahead of Twilio's."},
        {-std::chrono::days(2) - 3h - 20min, "2 days 3 hours behind Twilio's."},
    }));
    CHECK(clock_warning("Twilio", ahead) ==
          "This computer's clock is " + words +
              " Correct its date, time and time zone: the texting hours depend on them.");
}
