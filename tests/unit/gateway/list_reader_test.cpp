// ListReader: a list that shifts, is short or goes round while it is read.
#include "gateway/list_reader.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

using namespace send_text;

namespace {

using Ids = std::vector<std::string>;

/// A carrier whose list changes between two pages.
class ShiftingCarrier final : public Gateway {
  public:
    explicit ShiftingCarrier(int count) {
        for (int i = 0; i < count; ++i)
            arrive();
    }

    void log_in() override {}
    SendResult send(const E164&, const std::string&) override { return {}; }
    void set_webhooks(const std::string&, const std::string&) override {}

    CarrierPage list_messages(std::int64_t start, std::int64_t limit) override {
        if (pages++ > 0 && changes) changes();
        CarrierPage page;
        const auto size = static_cast<std::int64_t>(ids.size());
        const std::int64_t end = std::min(start + std::min(limit, max_per_page), size);
        for (std::int64_t at = start; at < end; ++at) {
            CarrierMessage message;
            message.id = ids[static_cast<std::size_t>(at)];
            message.body = bodies.contains(message.id) ? bodies[message.id] : message.id;
            if (has_unreadable_only) {
                ++page.skipped;
                page.skipped_ids.push_back(message.id);
            } else {
                page.messages.push_back(message);
            }
        }
        page.is_last = start >= size;
        return page;
    }

    void arrive() { ids.insert(ids.begin(), "m" + std::to_string(next_id++)); }
    void remove(std::size_t at) { ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(at)); }

    Ids ids;  ///< newest first
    std::map<std::string, std::string> bodies;
    std::function<void()> changes;
    std::int64_t max_per_page = 1'000;
    bool has_unreadable_only = false;
    int pages = 0;

  private:
    int next_id = 0;
};

struct Reading {
    Ids ids;
    std::int64_t skipped = 0;
    std::optional<std::string> broken_off;
};

Reading read(Gateway& gateway, std::int64_t page_size) {
    Reading reading;
    ListReader reader(gateway, page_size);
    for (int i = 0; i < 500 && !reader.is_over(); ++i) {
        const CarrierPage page = reader.next();
        for (const CarrierMessage& message : page.messages)
            reading.ids.push_back(message.id);
        reading.skipped += page.skipped;
        reading.broken_off = page.broken_off;
    }
    CHECK(reader.is_over());
    return reading;
}

bool has_all(const Reading& reading, const Ids& ids) {
    return std::all_of(ids.begin(), ids.end(), [&](const std::string& id) {
        return std::find(reading.ids.begin(), reading.ids.end(), id) != reading.ids.end();
    });
}

}  // namespace

TEST_CASE("a list is read to where it has nothing more, each message once, however little a page has") {
    const int count = GENERATE(0, 1, 2, 9, 10, 11, 95);
    ShiftingCarrier carrier(count);
    carrier.max_per_page = GENERATE(1, 2, 3, 10, 1'000);
    const Reading reading = read(carrier, 10);
    CHECK(reading.ids == carrier.ids);
    CHECK(reading.broken_off == std::nullopt);
}

TEST_CASE("one short page in the middle is not the end") {
    ShiftingCarrier carrier(30);
    carrier.changes = [&] { carrier.max_per_page = carrier.pages == 2 ? 3 : 1'000; };
    CHECK(read(carrier, 10).ids == carrier.ids);
}

TEST_CASE("what arrives while a list is read hides nothing that was there") {
    ShiftingCarrier carrier(40);
    const Ids before = carrier.ids;
    carrier.max_per_page = GENERATE(5, 1'000);
    const int arriving = GENERATE(1, 2);
    carrier.changes = [&] {
        for (int i = 0; i < arriving && carrier.pages < 6; ++i)
            carrier.arrive();
    };
    const Reading reading = read(carrier, 10);
    CHECK(has_all(reading, before));
    CHECK(reading.broken_off == std::nullopt);
    Ids once = reading.ids;
    std::sort(once.begin(), once.end());
    CHECK(std::adjacent_find(once.begin(), once.end()) == once.end());
}

TEST_CASE("what is deleted while a list is read hides nothing that is still there") {
    ShiftingCarrier carrier(60);
    const int deleted = GENERATE(1, 2, 5, 9, 15);
    const bool is_oldest_read = GENERATE(false, true);  // the very entry at the seam goes
    carrier.changes = [&] {
        for (int i = 0; i < deleted && carrier.pages == 3; ++i)
            carrier.remove(is_oldest_read ? static_cast<std::size_t>(18 - i) : 0);
    };
    const Reading reading = read(carrier, 10);
    CHECK(has_all(reading, carrier.ids));
    CHECK(reading.broken_off == std::nullopt);
}

TEST_CASE("a list that has become another one is known to have gaps") {
    ShiftingCarrier carrier(30);
    carrier.changes = [&] {
        if (carrier.pages != 2) return;
        carrier.ids.clear();
        for (int i = 0; i < 30; ++i)
            carrier.arrive();
    };
    CHECK(read(carrier, 10).broken_off.value().find("changed so much") != std::string::npos);
}

TEST_CASE("a list of entries that cannot be read is read to its end too") {
    ShiftingCarrier carrier(25);
    carrier.has_unreadable_only = true;
    const Reading reading = read(carrier, 10);
    CHECK(reading.skipped == 25);
    CHECK(reading.broken_off == std::nullopt);
}

TEST_CASE("two messages to which a carrier gives the same id are two") {
    ShiftingCarrier carrier(20);
    const bool are_on_one_page = GENERATE(true, false);
    const std::size_t other = are_on_one_page ? 4 : 14;
    carrier.ids[other] = carrier.ids[3];
    carrier.changes = [&] { carrier.bodies[carrier.ids[3]] = "another"; };
    const Reading reading = read(carrier, 10);
    CHECK(std::count(reading.ids.begin(), reading.ids.end(), carrier.ids[3]) == 2);
}

TEST_CASE("an empty page before the end breaks a list off") {
    class Holed final : public Gateway {
      public:
        void log_in() override {}
        SendResult send(const E164&, const std::string&) override { return {}; }
        void set_webhooks(const std::string&, const std::string&) override {}
        CarrierPage list_messages(std::int64_t, std::int64_t) override { return {}; }
    };
    Holed holed;
    CHECK(read(holed, 10).broken_off != std::nullopt);
}
