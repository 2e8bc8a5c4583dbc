// What is left when a process ends in the middle: the other process is a child of the test's.
#ifndef _WIN32

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "child.hpp"
#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("A store in use by another process is refused until that one is killed") {
    const TempFolder folder;
    const std::string path = folder.file("texts.db");
    CountingRandom random;
    std::unique_ptr<Database> database;
    Child child([&] {
        database = std::make_unique<Database>(path, random);
        return std::string("open");
    });
    REQUIRE(child.said == "open");
    CHECK_THAT(refusal_of(path), ContainsSubstring("is in use by another Send Text"));
    child.end();
    CHECK(refusal_of(path).empty());
}

TEST_CASE("After a crash nothing is lost, and what was being sent is unknown") {
    const TempFolder folder;
    const std::string path = folder.file("texts.db");
    CountingRandom random;
    std::unique_ptr<Database> database;
    Child child([&] {
        database = std::make_unique<Database>(path, random);
        OutboxStore outbox(*database);
        const auto id = outbox.commit(request({{.number = jo, .records = {employee(1)}},
                                               {.number = kim, .records = {contact(2)}},
                                               {.number = E164("+16515551206"), .records = {}}}),
                                      at(1s));
        const auto first = outbox.claim(line, at(2s));
        outbox.accepted(first->id, "SM1", at(2100ms), batch_window);
        outbox.claim(line, at(3s));
        return std::to_string(number_of(id));
    });
    child.end();

    Database reopened(path, random);
    OutboxStore outbox(reopened);
    const RequestId request_id{std::stoll(child.said)};
    CHECK(outbox.texts_of(request_id).at(1).state == TextState::sending);
    CHECK_FALSE(outbox.claim(LineId("+16125550101"), at(9s)));
    CHECK(outbox.recover(at(9s)) == 1);
    CHECK(outbox.recover(at(9s)) == 0);

    const auto texts = outbox.texts_of(request_id);
    REQUIRE(texts.size() == 3);
    CHECK(texts[0].state == TextState::accepted);
    CHECK(texts[1].state == TextState::unknown);
    CHECK(texts[1].sending_since == at(3s));
    CHECK(texts[1].state_since == at(9s));
    CHECK(texts[1].attempts == 1);
    CHECK_FALSE(texts[1].reason.empty());
    CHECK(texts[2].state == TextState::queued);
    CHECK(outbox.unknown_texts(line, at(9s)).at(0).id == texts[1].id);
    CHECK(outbox.claim(line, at(9s))->id == texts[2].id);  // never the unknown one

    ConversationStore conversations(reopened);
    conversations.close_all();
    CHECK(conversations.unlogged(at(9s), 10).at(0).entries.at(0).at == at(2s));
}

TEST_CASE("A store that this user may not write is refused in words") {
    const TempFolder folder;
    const std::string path = folder.file("texts.db");
    REQUIRE(refusal_of(path).empty());  // makes it
    namespace fs = std::filesystem;
    const bool made = GENERATE(true, false);
    if (!made) fs::remove(path);
    if (made) fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    fs::permissions(folder.path(), fs::perms(0555));
    const Child child([&] {
        if (geteuid() == 0 && setuid(65534) != 0) return std::string("cannot become nobody");
        return refusal_of(path);
    });
    fs::permissions(folder.path(), fs::perms(0755));
    CHECK_THAT(child.said, ContainsSubstring(path) && ContainsSubstring("Give this user the right"));
}

#endif
