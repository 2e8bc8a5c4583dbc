#include "store/draft_store.hpp"

#include <Poco/Data/SQLite/SessionImpl.h>
#include <Poco/Data/Session.h>

#include <catch2/catch_test_macros.hpp>

#include "core/time.hpp"
#include "store/migrations.hpp"
#include "store/query.hpp"
#include "store_fixture.hpp"

using namespace send_text;

namespace {

Draft draft(std::int64_t rep_id, const std::string& recipients, const std::string& body,
            TimePoint typed_at = at(1ms)) {
    return {{rep_id, recipients}, body, 0, typed_at};
}

}  // namespace

TEST_CASE("the same records in any order are the same recipients") {
    const std::string key = key_of_recipients({employee(2), contact(1), employee(2)});
    CHECK(key == key_of_recipients({contact(1), employee(2)}));
    CHECK(key != key_of_recipients({employee(1), employee(2)}));
    CHECK(key != key_of_recipients({contact(1)}));
    CHECK(key.size() == 64);
}

TEST_CASE("a rep has one draft for the same recipients, the last one") {
    Store store;
    DraftStore drafts(*store.database);
    CHECK_FALSE(drafts.find({7, "a"}));
    drafts.change({{draft(7, "a", "Hel"), draft(7, "b", "Other"), draft(8, "a", "Bob's")}, {}});
    drafts.change({{{{7, "a"}, "Hello", 5, at(20ms)}}, {}});
    const auto found = drafts.find({7, "a"});
    REQUIRE(found);
    CHECK(found->body == "Hello");
    CHECK(found->template_id == 5);
    CHECK(found->typed_at == at(20ms));
    CHECK(drafts.find({8, "a"})->body == "Bob's");
    drafts.change({{}, {{7, "a"}, {7, "never"}}});
    CHECK_FALSE(drafts.find({7, "a"}));
    CHECK(drafts.find({7, "b"})->body == "Other");
}

TEST_CASE("of too many drafts the oldest of the same rep go") {
    Store store;
    DraftStore drafts(*store.database);
    DraftChanges many;
    for (std::int64_t i = 0; i < DraftStore::max_per_rep; ++i)
        many.kept.push_back(draft(7, std::to_string(i), "Hi", at(Milliseconds(100 + i))));
    drafts.change(many);
    drafts.change({{draft(8, "0", "Bob's", at(1ms))}, {}});
    CHECK(drafts.find({7, "0"}));
    drafts.change({{draft(7, "new", "Hi", at(1s))}, {}});
    CHECK_FALSE(drafts.find({7, "0"}));
    CHECK(drafts.find({7, "1"}));
    CHECK(drafts.find({7, "new"}));
    CHECK(drafts.find({8, "0"}));
}

TEST_CASE("drafts that nobody came back to are purged") {
    Store store;
    DraftStore drafts(*store.database);
    drafts.change(
        {{draft(7, "a", "Old", at(10ms)), draft(8, "a", "Old", at(11ms)), draft(7, "b", "New", at(12ms))},
         {}});
    CHECK(drafts.purge(at(12ms)) == 2);
    CHECK_FALSE(drafts.find({7, "a"}));
    CHECK(drafts.find({7, "b"}));
}

TEST_CASE("a store from before there were drafts gets a place for them") {
    TempFolder folder;
    const std::string path = folder.file("texts.db");
    {
        Poco::Data::Session session(
            Poco::AutoPtr<Poco::Data::SessionImpl>(new Poco::Data::SQLite::SessionImpl(path, 0)));
        migrate(session, 5);
    }
    CountingRandom random;
    Database database(path, random);
    DraftStore drafts(database);
    drafts.change({{draft(7, "a", "Hello")}, {}});
    CHECK(drafts.find({7, "a"})->body == "Hello");
}
