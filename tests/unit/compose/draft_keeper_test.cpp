#include "compose/draft_keeper.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/query.hpp"
#include "unit/support/manual_clock.hpp"
#include "unit/support/seeded_random.hpp"
#include "unit/support/temp_folder.hpp"

using namespace send_text;
using namespace send_text::testing;

namespace {

struct Desk {
    void type(const std::string& body) { keeper.keep({id, body, 0, clock.now()}); }
    std::string written() const {
        const auto found = store.find(id);
        return found ? found->body : std::string();
    }
    void step_after(Milliseconds time) {
        clock.advance(time);
        keeper.step();
    }

    TempFolder folder;
    SeededRandom random{1};
    ManualClock clock;
    Database database{folder.file("store.sqlite"), random};
    DraftStore store{database};
    int wakes = 0;
    DraftKeeper keeper{store, clock, [this] { ++wakes; }};
    DraftId id{7, "a"};
};

}  // namespace

TEST_CASE("what is typed is written at once, and then about once a second") {
    Desk desk;
    desk.type("H");
    CHECK(desk.wakes == 1);
    CHECK(desk.keeper.step() == desk.clock.now() + DraftKeeper::write_pause);
    CHECK(desk.written() == "H");
    desk.type("He");
    desk.step_after(400ms);
    desk.type("Hel");
    desk.step_after(400ms);
    CHECK(desk.written() == "H");
    CHECK(desk.keeper.find(desk.id)->body == "Hel");  // whoever asks gets the last
    desk.step_after(200ms);
    CHECK(desk.written() == "Hel");
}

TEST_CASE("what was sent or discarded is gone, and what is typed afterwards is not") {
    Desk desk;
    desk.type("Hello");
    desk.keeper.step();
    desk.keeper.forget(desk.id);
    CHECK_FALSE(desk.keeper.find(desk.id));
    desk.step_after(1s);
    CHECK_FALSE(desk.store.find(desk.id));
    desk.keeper.forget(desk.id);
    desk.type("Again");
    desk.step_after(1s);
    CHECK(desk.written() == "Again");
}

TEST_CASE("what was sent is gone at once") {
    Desk desk;
    desk.type("Hello");
    desk.keeper.step();
    desk.keeper.forget_now(desk.id);
    CHECK_FALSE(desk.store.find(desk.id));
}

TEST_CASE("at the end all is written, whenever that was done last") {
    Desk desk;
    desk.type("H");
    desk.keeper.step();
    desk.type("Hello");
    desk.keeper.flush();
    CHECK(desk.written() == "Hello");
}

TEST_CASE("what a store does not take is tried again, unless something newer was typed") {
    Desk desk;
    desk.database.transaction([](Poco::Data::Session& session) {
        execute(session,
                "CREATE TRIGGER full BEFORE INSERT ON message_draft BEGIN SELECT RAISE(ABORT, 'full'); END");
    });
    desk.type("Hello");
    CHECK_THROWS_AS(desk.keeper.step(), StoreError);
    CHECK(desk.keeper.find(desk.id)->body == "Hello");
    desk.database.transaction([](Poco::Data::Session& session) { execute(session, "DROP TRIGGER full"); });
    SECTION("nothing") {
        desk.step_after(1s);
        CHECK(desk.written() == "Hello");
    }
    SECTION("newer") {
        desk.type("Hello there");
        desk.step_after(1s);
        CHECK(desk.written() == "Hello there");
    }
}

TEST_CASE("drafts are kept for thirty days, and no book is kept") {
    Desk desk;
    desk.type("Hello");
    desk.keeper.step();
    desk.type(std::string(DraftKeeper::max_kept_bytes + 1, 'a'));
    desk.step_after(DraftKeeper::kept_for);
    CHECK(desk.written() == "Hello");
    desk.step_after(24h);
    CHECK_FALSE(desk.store.find(desk.id));
}
