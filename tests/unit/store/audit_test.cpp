#include <catch2/catch_test_macros.hpp>

#include "core/clock.hpp"
#include "store/audit_store.hpp"
#include "store/query.hpp"
#include "store_fixture.hpp"

using namespace send_text;

namespace {

std::vector<std::string> audit_trail(const Store& store) {
    std::vector<std::string> lines;
    for (const AuditEntry& entry : AuditStore(*store.database).after(0, 100))
        lines.push_back(entry.action + " " + entry.outcome);
    return lines;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("the audit trail tells of a request, and of what becomes of its texts, not of each try") {
    Store store;
    store.outbox.commit(request({{.number = jo, .records = {employee(5814), contact(6553)}}}), 1000);
    CHECK(audit_trail(store) == Words{"send queued"});
    const Text text = *store.outbox.claim(line, 2000);
    store.outbox.put_back(text.id, 3000, "Busy.", 2500);
    store.outbox.claim(line, 3000);
    store.outbox.accepted(text.id, "m1", 3500, window_ms);
    store.outbox.record_progress(line, "m1", TextState::delivered, {}, 4000);
    CHECK(audit_trail(store) == Words{"send queued", "text accepted", "text delivered"});

    const AuditEntry entry = AuditStore(*store.database).after(1, 1).at(0);
    CHECK(entry.id == 2);
    CHECK(entry.at_ms == 3500);
    CHECK(entry.who.name == "Ann");
    CHECK(entry.line == line);
    CHECK(entry.number == jo);
    CHECK(entry.records == "employee 5814, contact 6553");
    CHECK(entry.request_id == text.request_id);
    CHECK(entry.text_id == text.id);
}

TEST_CASE("what cannot be sent stands there with its reason") {
    Store store;
    const Text text = store.queue(jo, {employee(1)}, 1000);
    store.outbox.claim(line, 2000);
    store.outbox.answer_lost(text.id, 2000, "The answer was lost.", 2000);
    store.outbox.hold_for_person(text.id, "Nobody knows.", 3000);
    store.outbox.decide({text.id}, Decision::do_not_send, {9, "Bea"}, 4000, window_ms);
    CHECK(audit_trail(store) ==
          Words{"send queued", "text unknown", "text held", "text cancelled", "text.decide cancelled"});
    CHECK(AuditStore(*store.database).after(2, 1).at(0).detail == "Nobody knows.");
    CHECK(AuditStore(*store.database).after(3, 1).at(0).who.name == "Ann");
    const AuditEntry decision = AuditStore(*store.database).after(4, 1).at(0);
    CHECK(decision.who.rep_id == 9);
    CHECK(decision.who.name == "Bea");
    CHECK(decision.number == jo);
    CHECK(decision.text_id == text.id);
    CHECK(decision.detail == "Do not send it.");
}

TEST_CASE("a change that is undone was never told") {
    Store store;
    CHECK_THROWS(store.database->transaction([](Poco::Data::Session& session) {
        add_audit_entry(session, {.action = "send"});
        throw std::runtime_error("no");
    }));
    CHECK(audit_trail(store).empty());
}

TEST_CASE("the store itself refuses to change or to shorten the trail") {
    Store store;
    AuditStore(*store.database).add({.at_ms = 1, .action = "setting.change", .outcome = "done"});
    for (const char* const sql :
         {"UPDATE audit_entry SET rep_name = 'somebody else'", "DELETE FROM audit_entry"}) {
        CHECK_THROWS_AS(
            store.database->transaction([&](Poco::Data::Session& session) { execute(session, sql); }),
            StoreError);
    }
    CHECK(audit_trail(store) == Words{"setting.change done"});
}

TEST_CASE("texts wait for their hours, and leave when these begin") {
    Store store;
    const Text text = store.queue(jo, {}, 1000);
    CHECK(store.outbox.next_release_ms() == no_deadline_ms);
    CHECK(store.outbox.next_to_send(line, 1000)->id == text.id);
    store.outbox.hold_for_hours(text.id, 5000, "It is night.", 2000);
    CHECK_FALSE(store.outbox.next_to_send(line, 4999));
    CHECK(store.outbox.next_release_ms() == 5000);
    CHECK(store.outbox.release(4999, 4999) == 0);
    SECTION("by themselves") {
        CHECK(store.outbox.release(5000, 5000) == 1);
    }
    SECTION("or when the hours were changed") {
        CHECK(store.outbox.release(no_deadline_ms, 3000) == 1);
    }
    CHECK(store.outbox.claim(line, 5000)->id == text.id);
}
