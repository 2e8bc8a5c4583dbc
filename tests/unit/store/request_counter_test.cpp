// How many requests a store has begun, counted apart from it.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "store/request_counter.hpp"
#include "unit/support/manual_clock.hpp"
#include "unit/support/recording_log.hpp"
#include "unit/support/temp_folder.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

struct Counting {
    RequestCounter counter(const std::string& store_id = "a1b2") {
        return RequestCounter(folder.file(""), store_id,
                              {[this] {
                                   if (vault_fails) throw std::runtime_error("The host is locked.");
                                   return vault;
                               },
                               [this](const std::string& lines) {
                                   if (vault_fails) throw std::runtime_error("The host is locked.");
                                   vault = lines;
                               }},
                              clock, log);
    }
    std::string file() { return request_counter_file(folder.file("")); }

    TempFolder folder;
    ManualClock clock;
    RecordingLog log;
    std::optional<std::string> vault;
    bool vault_fails = false;
};

}  // namespace

TEST_CASE("what was begun is known to the next run, which may not have ended in order") {
    Counting office;
    office.counter().begun(7);
    CHECK(office.counter().counted() == 7);
    auto counter = office.counter();
    for (std::int64_t count = 8; count <= 1200; ++count)
        counter.begun(count);
    CHECK(office.counter().counted() == 1200);
    CHECK_FALSE(office.vault);
    CHECK(office.log.lines.empty());
}

TEST_CASE("what was kept is known when the folder's file is gone, older or damaged") {
    Counting office;
    {
        auto counter = office.counter();
        counter.begun(40);
        counter.keep();
    }
    SECTION("gone") {
        std::filesystem::remove(office.file());
    }
    SECTION("older") {
        std::ofstream(office.file()) << "a1b2 00000000000000000012\n";
    }
    SECTION("damaged") {
        std::ofstream(office.file()) << GENERATE("", "a1b2", "a1b2 x\n", "a1b2 -5\n", "\xff\x00\n");
    }
    CHECK(office.counter().counted() == 40);
    office.vault = "nonsense";
    CHECK(office.counter().counted() < 40);
    office.counter().begun(41);
    CHECK(office.counter().counted() == 41);
    CHECK(office.log.lines.empty());
}

TEST_CASE("another store does not inherit the count, and leaves it in the vault") {
    Counting office;
    {
        auto counter = office.counter();
        counter.begun(40);
        counter.keep();
    }
    auto other = office.counter("c3d4");
    CHECK(other.counted() == 0);
    other.begun(2);
    other.keep();
    CHECK(office.counter("c3d4").counted() == 2);
    CHECK(office.counter().counted() == 40);
}

TEST_CASE("a store that the vault does not know hears what it counts of others, until it is known itself") {
    Counting office;
    {
        auto counter = office.counter();
        CHECK(counter.counted_by_others_alone() == 0);
        counter.begun(40);
        counter.keep();
        CHECK(counter.counted_by_others_alone() == 0);
    }
    CHECK(office.counter("c3d4").counted_by_others_alone() == 40);
    office.counter("c3d4").keep();  // of one that has sent nothing
    CHECK(office.counter("c3d4").counted_by_others_alone() == 0);
    CHECK(office.counter("e5f6").counted_by_others_alone() == 40);
    CHECK(office.counter().counted() == 40);
    office.vault_fails = true;
    CHECK(office.counter("e5f6").counted_by_others_alone() == 0);
}

TEST_CASE("it is time to keep the count at the first request, and then every five minutes") {
    Counting office;
    auto counter = office.counter();
    CHECK(counter.begun(1));
    CHECK_FALSE(counter.begun(2));
    office.clock.advance(5min - 1ms);
    CHECK_FALSE(counter.begun(3));
    office.clock.advance(1ms);
    CHECK(counter.begun(4));
}

TEST_CASE("a count that cannot be kept is logged once and stops nobody") {
    Counting office;
    office.vault_fails = true;
    std::filesystem::create_directory(office.file());
    auto counter = office.counter();
    CHECK(counter.counted() == 0);
    for (std::int64_t count = 1; count <= 3; ++count) {
        counter.begun(count);
        counter.keep();
    }
    CHECK(office.log.count(LogSeverity::warning) == 2);
    CHECK(office.log.mentions("The host is locked."));
    office.vault_fails = false;
    counter.keep();
    CHECK(office.counter().counted() == 3);
}
