// Stores from before the forms of a number were one subscriber's.

#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/Session.h>

#include <catch2/catch_test_macros.hpp>

#include "store/migrations.hpp"
#include "store/number_fact_store.hpp"
#include "store/query.hpp"
#include "store_fixture.hpp"

using namespace send_text;

namespace {

const std::string reached = "+525512345678";
const std::string other = "+5215512345678";

/// A store of version 3 in which `statements` were made.
struct OlderStore {
    explicit OlderStore(const std::vector<std::string>& statements) {
        Poco::Data::Session session(
            Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(path, 0)));
        migrate(session, 3);
        for (const std::string& sql : statements)
            execute(session, sql);
    }

    TempFolder folder;
    std::string path = folder.file("texts.db");
    CountingRandom random;
};

std::string fact(const std::string& number, NumberFact fact, const std::string& reason, int learned_at) {
    return "INSERT INTO number_fact VALUES ('" + number + "', " + std::to_string(static_cast<int>(fact)) +
           ", '" + reason + "', " + std::to_string(learned_at) + ")";
}

std::string batch(const std::string& number, int state, int opened_at) {
    return "INSERT INTO conversation_batch (line, number, state, opened_ms) VALUES ('" + line.str() + "', '" +
           number + "', " + std::to_string(state) + ", " + std::to_string(opened_at) + ")";
}

}  // namespace

TEST_CASE("no opt-out of an older store is lost, in whichever form it was heard") {
    OlderStore older({fact(other, NumberFact::opted_out, "STOP", 5),
                      fact("+541123456789", NumberFact::opted_out, "STOP", 5),
                      fact("+551187654321", NumberFact::opted_out, "STOP", 5),
                      fact(jo.str(), NumberFact::opted_out, "STOP", 5)});
    Database database(older.path, older.random);
    const NumberFactStore facts(database);
    for (const std::string& number :
         {reached, other, std::string("+5491123456789"), std::string("+5511987654321"), jo.str()}) {
        CAPTURE(number);
        CHECK(facts.of(E164(number)).contains(NumberFact::opted_out));
    }
    CHECK(facts.all().size() == 4);
}

TEST_CASE("of what an older store knows of both forms, the latest counts") {
    OlderStore older({fact(reached, NumberFact::opted_out, "first", 5),
                      fact(other, NumberFact::opted_out, "last", 6),
                      fact(reached, NumberFact::takes_no_texts, "last", 8),
                      fact(other, NumberFact::takes_no_texts, "first", 7)});
    Database database(older.path, older.random);
    const NumberFacts known = NumberFactStore(database).of(E164(reached));
    REQUIRE(known.size() == 2);
    CHECK(known.at(NumberFact::opted_out).reason == "last");
    CHECK(known.at(NumberFact::opted_out).learned_at == at(6ms));
    CHECK(known.at(NumberFact::takes_no_texts).reason == "last");
}

TEST_CASE("texts, replies and conversations of an older store are the subscriber's") {
    OlderStore older(
        {"INSERT INTO send_request (body, rep_id, rep_name, created_ms) VALUES ('Hello', 7, 'Ann', 1)",
         "INSERT INTO outgoing_text (request_id, line, number, state, state_since_ms) VALUES (1, '" +
             line.str() + "', '" + other + "', 3, 1)",
         "INSERT INTO text_record VALUES (1, 1, 5814)",
         "INSERT INTO listed_message (line, number, carrier_message_id, inbound, body, created_ms) VALUES "
         "('" +
             line.str() + "', '" + other + "', 'SM1', 1, 'Yes', 2)",
         batch(reached, 1, 10), batch(other, 1, 20), batch(other, 3, 5)});
    Database database(older.path, older.random);
    ConversationStore conversations(database);
    CHECK(conversations.latest_line(E164(reached), {line}) == line);
    CHECK(OutboxStore(database).texts_of(RequestId{1}).at(0).number.str() == reached);
    database.transaction([](Poco::Data::Session& session) {
        for (const char* const table : {"outgoing_text", "listed_message", "conversation_batch"}) {
            CAPTURE(table);
            CHECK_FALSE(
                exists(session, std::string("SELECT 1 FROM ") + table + " WHERE number = ?", {other}));
        }
        // One is open with the number, the other is closed and waits to be logged.
        CHECK(select_integer(session, "SELECT id FROM conversation_batch WHERE state = 1") == 1);
        CHECK(select_integer(session, "SELECT id FROM conversation_batch WHERE state = 2") == 2);
        CHECK(select_integer(session, "SELECT id FROM conversation_batch WHERE state = 3") == 3);
    });
}
