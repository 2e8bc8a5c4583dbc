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
    store.outbox.commit(request({{.number = jo, .records = {employee(5814), contact(6553)}}}), at(1s));
    CHECK(audit_trail(store) == Words{"send queued"});
    const Text text = *store.outbox.claim(line, at(2s));
    store.outbox.put_back(text.id, at(3s), "Busy.", at(2500ms));
    store.outbox.claim(line, at(3s));
    store.outbox.accepted(text.id, "m1", at(3500ms), batch_window);
    store.outbox.record_progress(line, "m1", TextState::delivered, {}, at(4s));
    CHECK(audit_trail(store) == Words{"send queued", "text accepted", "text delivered"});

    const AuditEntry entry = AuditStore(*store.database).after(1, 1).at(0);
    CHECK(entry.id == 2);
    CHECK(entry.at == at(3500ms));
    CHECK(entry.who.name == "Ann");
    CHECK(entry.line == line);
    CHECK(entry.number == jo);
    CHECK(entry.records == "employee 5814, contact 6553");
    CHECK(entry.request_id == text.request_id);
    CHECK(entry.text_id == text.id);
}

TEST_CASE("what cannot be sent stands there with its reason") {
    Store store;
    const Text text = store.queue(jo, {employee(1)}, at(1s));
    store.outbox.claim(line, at(2s));
    store.outbox.answer_lost(text.id, at(2s), "The answer was lost.", at(2s));
    store.outbox.hold_for_person(text.id, "Nobody knows.", at(3s));
    store.outbox.decide({text.id}, Decision::do_not_send, {9, "Bea"}, at(4s), batch_window);
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
    AuditStore(*store.database).add({.at = at(1ms), .action = "setting.change", .outcome = "done"});
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
    const Text text = store.queue(jo, {}, at(1s));
    CHECK(store.outbox.next_release_at() == no_deadline);
    CHECK(store.outbox.next_to_send(line, at(1s))->id == text.id);
    store.outbox.hold_for_hours(text.id, at(5s), "It is night.", at(2s));
    CHECK_FALSE(store.outbox.next_to_send(line, at(4999ms)));
    CHECK(store.outbox.next_release_at() == at(5s));
    CHECK(store.outbox.release(at(4999ms), at(4999ms)) == 0);
    SECTION("by themselves") {
        CHECK(store.outbox.release(at(5s), at(5s)) == 1);
    }
    SECTION("or when the hours were changed") {
        CHECK(store.outbox.release(no_deadline, at(3s)) == 1);
    }
    CHECK(store.outbox.claim(line, at(5s))->id == text.id);
}
