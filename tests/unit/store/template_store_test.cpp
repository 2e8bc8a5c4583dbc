#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "store/audit_store.hpp"
#include "store/query.hpp"
#include "store/template_store.hpp"
#include "store_fixture.hpp"

using namespace send_text;
using Catch::Matchers::Message;

namespace {

const Sender ann{7, "Ann"};
const Sender bob{8, "Bob"};
constexpr std::int64_t memphis = 3;

MessageTemplate own(const std::string& name, const std::string& body = "Hi {first_name}") {
    return {0, TemplateOwner::user, 7, name, body};
}
MessageTemplate branch(const std::string& name, const std::string& body = "Hi {first_name}") {
    return {0, TemplateOwner::branch, memphis, name, body};
}

struct TemplateRoom : Store {
    TemplateStore templates{*database};

    std::vector<std::string> names_for(std::int64_t rep_id, std::int64_t branch_id) const {
        std::vector<std::string> names;
        for (const MessageTemplate& one : templates.templates_for(rep_id, branch_id))
            names.push_back(one.name);
        return names;
    }
    std::vector<std::string> audit_trail() const {
        std::vector<std::string> lines;
        for (const AuditEntry& entry : AuditStore(*database).after(0, 1000)) {
            lines.push_back(entry.who.name + " " + entry.action + " " + entry.subject + " " + entry.outcome +
                            (entry.detail.empty() ? "" : " " + entry.detail));
        }
        return lines;
    }
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("one sees the own templates by name, then those of the branch, and nobody else's") {
    TemplateRoom room;
    CHECK(room.names_for(7, memphis).empty());
    room.templates.save(branch("Apply"), false, ann, at(1ms));
    room.templates.save(own("zoo"), false, ann, at(2ms));
    room.templates.save(own("Night shift"), false, ann, at(3ms));
    room.templates.save(own("apple"), false, ann, at(4ms));
    room.templates.save({0, TemplateOwner::user, 8, "Bob's", "Hi"}, false, bob, at(5ms));
    // The same number as the branch's, another thing.
    room.templates.save({0, TemplateOwner::user, memphis, "rep 3's", "Hi"}, false, bob, at(6ms));
    CHECK(room.names_for(7, memphis) == Words{"apple", "Night shift", "zoo", "Apply"});
    CHECK(room.names_for(7, 4) == Words{"apple", "Night shift", "zoo"});
    CHECK(room.names_for(9, memphis) == Words{"Apply"});

    const MessageTemplate read = room.templates.templates_for(9, memphis).at(0);
    CHECK(read.owner == TemplateOwner::branch);
    CHECK(read.owner_id == memphis);
    CHECK(read.body == "Hi {first_name}");
}

TEST_CASE("a template of the same name is replaced only where that is meant") {
    TemplateRoom room;
    const std::int64_t id = room.templates.save(own(" Night shift "), false, ann, at(1s));
    CHECK_THROWS_MATCHES(room.templates.save(own("Night shift", "New"), false, ann, at(2s)), TemplateExists,
                         Message("There is a template \"Night shift\" already."));
    CHECK(room.templates.templates_for(7, 0).at(0).body == "Hi {first_name}");

    CHECK(room.templates.save(own("Night shift\n", "New"), true, ann, at(2s)) == id);
    REQUIRE(room.names_for(7, 0) == Words{"Night shift"});
    CHECK(room.templates.templates_for(7, 0).at(0).body == "New");
    // The branch's and another user's are others.
    room.templates.save(branch("Night shift"), false, ann, at(3s));
    room.templates.save({0, TemplateOwner::user, 8, "Night shift", "Hi"}, false, bob, at(4s));
    CHECK(room.names_for(7, memphis) == Words{"Night shift", "Night shift"});

    const auto changed = in_transaction(*room.database, [&](Poco::Data::Session& session) {
        return select(session, "SELECT changed_by, changed_ms FROM message_template WHERE id = ?", {id},
                      [](Row& row) {
                          const auto by = row.integer();
                          return std::pair(by, row.integer());
                      });
    });
    CHECK(changed == std::vector<std::pair<std::int64_t, std::int64_t>>{{7, 2000}});
}

TEST_CASE("what cannot be a template is refused, and nothing is told or changed") {
    TemplateRoom room;
    const auto refused = GENERATE(own(""), own("a\nb"), own(std::string(81, 'a')), own("a", ""),
                                  own("a", "Hi {first_name"), own("a", std::string(1601, 'a')));
    CHECK_THROWS_AS(room.templates.save(refused, true, ann, at(1ms)), std::invalid_argument);
    CHECK(room.names_for(7, memphis).empty());
    CHECK(room.audit_trail().empty());
}

TEST_CASE("templates are edited, but not to the name of another") {
    TemplateRoom room;
    const auto kept = [&](const std::string& name, TimePoint time) {
        MessageTemplate one = own(name);
        one.id = room.templates.save(one, false, ann, time);
        return one;
    };
    const MessageTemplate day = kept("Day", at(1ms));
    const MessageTemplate night = kept("Night", at(2ms));
    room.templates.edit(day, " Late ", "Hello", ann, at(3ms));
    CHECK(room.names_for(7, 0) == Words{"Late", "Night"});
    CHECK(room.templates.templates_for(7, 0)[0].body == "Hello");
    CHECK_THROWS_MATCHES(room.templates.edit(night, "Late", "Hello", ann, at(4ms)), TemplateExists,
                         Message("There is another template \"Late\". Choose another name, or remove that "
                                 "one first."));
    CHECK_THROWS_AS(room.templates.edit(night, " ", "Hello", ann, at(5ms)), std::invalid_argument);
    CHECK_THROWS_AS(room.templates.edit(night, "Night", "Hello {", ann, at(5ms)), std::invalid_argument);
    CHECK_THROWS_MATCHES(
        room.templates.edit(day, "Day", "Mine", ann, at(6ms)), std::invalid_argument,
        Message("Somebody else has changed the template. Close this window and open the template again."));
    MessageTemplate gone = night;
    gone.id += 1;
    CHECK_THROWS_MATCHES(room.templates.edit(gone, "New", "Hello", ann, at(6ms)), std::invalid_argument,
                         Message("The template has been removed."));
    room.templates.edit(night, "Night", night.body, ann, at(7ms));  // as it is
    CHECK(room.names_for(7, 0) == Words{"Late", "Night"});
    CHECK(room.audit_trail().size() == 3);
    CHECK(room.audit_trail()[2] ==
          "Ann template.change \"Late\" of user 7 done name: Day -> Late; message replaced");
}

TEST_CASE("who changed a branch's template is told, what stands in it is not") {
    TemplateRoom room;
    const std::int64_t id = room.templates.save(branch("Night"), false, ann, at(1ms));
    room.templates.save(branch("Night", "secret"), true, bob, at(2ms));
    MessageTemplate night = branch("Night", "secret");
    night.id = id;
    room.templates.edit(night, "Late", "secret", bob, at(3ms));
    room.templates.remove(id, ann, at(4ms));
    room.templates.remove(id, ann, at(5ms));  // gone already
    CHECK(room.audit_trail() == Words{"Ann template.add \"Night\" of branch 3 done",
                                      "Bob template.change \"Night\" of branch 3 done message replaced",
                                      "Bob template.change \"Late\" of branch 3 done name: Night -> Late",
                                      "Ann template.remove \"Late\" of branch 3 done"});
    CHECK(AuditStore(*room.database).after(3, 1).at(0).at == at(4ms));
    CHECK(room.names_for(7, memphis).empty());
}

TEST_CASE("an owner has so many templates and no more") {
    TemplateRoom room;
    room.database->transaction([](Poco::Data::Session& session) {
        for (std::int64_t count = 1; count < TemplateStore::max_per_owner; ++count) {
            execute(session,
                    "INSERT INTO message_template (owner, owner_id, name, body, changed_by, changed_ms) "
                    "VALUES (1, 3, ?, 'Hi', 7, 1)",
                    {std::to_string(count)});
        }
    });
    room.templates.save(branch("last"), false, ann, at(1ms));
    CHECK_THROWS_MATCHES(
        room.templates.save(branch("one more"), false, ann, at(2ms)), std::invalid_argument,
        Message("The branch has 500 templates already, which is the limit. Remove one first."));
    room.templates.save(branch("last", "New"), true, ann, at(3ms));
    room.templates.save(own("mine"), false, ann, at(4ms));
}
