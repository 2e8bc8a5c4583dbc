#include "store/template_store.hpp"

#include <optional>
#include <utility>

#include "store/audit_store.hpp"
#include "store/query.hpp"
#include "templates/template_rules.hpp"

namespace send_text {
namespace {

constexpr const char* select_template = "SELECT id, owner, owner_id, name, body FROM message_template ";

MessageTemplate read_template(Row& row) {
    return {.id = row.integer(),
            .owner = row.as<TemplateOwner>(),
            .owner_id = row.integer(),
            .name = row.text(),
            .body = row.text()};
}

std::string quoted(const std::string& name) {
    return "\"" + name + "\"";
}

void refuse_if(const std::optional<Refusal>& problem) {
    if (problem) throw std::invalid_argument(problem->reason);
}

std::optional<std::int64_t> id_of(Poco::Data::Session& session, const MessageTemplate& wanted) {
    return select_integer(session,
                          "SELECT id FROM message_template WHERE owner = ? AND owner_id = ? AND name = ?",
                          {wanted.owner, wanted.owner_id, wanted.name});
}

void refuse_one_too_many(Poco::Data::Session& session, const MessageTemplate& wanted) {
    const auto count =
        select_integer(session, "SELECT count(*) FROM message_template WHERE owner = ? AND owner_id = ?",
                       {wanted.owner, wanted.owner_id});
    if (count < TemplateStore::max_per_owner) return;
    throw std::invalid_argument(
        std::string(wanted.owner == TemplateOwner::user ? "You have" : "The branch has") + " " +
        std::to_string(*count) + " templates already, which is the limit. Remove one first.");
}

std::optional<MessageTemplate> find(Poco::Data::Session& session, std::int64_t id) {
    return select_first(session, std::string(select_template) + "WHERE id = ?", {id}, read_template);
}

/// Tells who did what to which template; its body is nobody's to read there.
void add_to_audit_trail(Poco::Data::Session& session, const char* action, const MessageTemplate& changed,
                        const std::string& detail, const Sender& who, TimePoint now) {
    const char* const owner = changed.owner == TemplateOwner::user ? " of user " : " of branch ";
    add_audit_entry(session, {.at = now,
                              .who = who,
                              .action = action,
                              .subject = quoted(changed.name) + owner + std::to_string(changed.owner_id),
                              .outcome = "done",
                              .detail = detail});
}

}  // namespace

std::vector<MessageTemplate> TemplateStore::templates_for(std::int64_t rep_id, std::int64_t branch_id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select(session,
                      std::string(select_template) +
                          "WHERE (owner = ? AND owner_id = ?) OR (owner = ? AND owner_id = ?) "
                          "ORDER BY owner DESC, lower(name), name",
                      {TemplateOwner::user, rep_id, TemplateOwner::branch, branch_id}, read_template);
    });
}

std::int64_t TemplateStore::save(const MessageTemplate& wanted, bool may_replace, const Sender& who,
                                 TimePoint now) {
    MessageTemplate kept = wanted;
    kept.name = template_name(wanted.name);
    refuse_if(problem_of_template_name(kept.name));
    refuse_if(problem_of_template_body(kept.body));
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        if (const auto id = id_of(session, kept)) {
            if (!may_replace) throw TemplateExists("There is a template " + quoted(kept.name) + " already.");
            execute(session,
                    "UPDATE message_template SET body = ?, changed_by = ?, changed_ms = ? WHERE id = ?",
                    {kept.body, who.rep_id, now, *id});
            add_to_audit_trail(session, "template.change", kept, "message replaced", who, now);
            return *id;
        }
        refuse_one_too_many(session, kept);
        add_to_audit_trail(session, "template.add", kept, {}, who, now);
        return *select_integer(session,
                               "INSERT INTO message_template (owner, owner_id, name, body, changed_by, "
                               "changed_ms) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                               {kept.owner, kept.owner_id, kept.name, kept.body, who.rep_id, now});
    });
}

void TemplateStore::edit(const MessageTemplate& before, const std::string& name, const std::string& body,
                         const Sender& who, TimePoint now) {
    const std::string new_name = template_name(name);
    refuse_if(problem_of_template_name(new_name));
    refuse_if(problem_of_template_body(body));
    database_.transaction([&](Poco::Data::Session& session) {
        auto edited = find(session, before.id);
        if (!edited) throw std::invalid_argument("The template has been removed.");
        if (edited->name != before.name || edited->body != before.body) {
            throw std::invalid_argument(
                "Somebody else has changed the template. Close this window and open the template again.");
        }
        const bool is_renamed = new_name != before.name;
        const bool is_rewritten = body != before.body;
        if (!is_renamed && !is_rewritten) return;
        edited->name = new_name;
        if (is_renamed && id_of(session, *edited)) {
            throw TemplateExists("There is another template " + quoted(new_name) +
                                 ". Choose another name, or remove that one first.");
        }
        execute(session,
                "UPDATE message_template SET name = ?, body = ?, changed_by = ?, changed_ms = ? WHERE id = ?",
                {new_name, body, who.rep_id, now, before.id});
        std::string detail = is_renamed ? "name: " + before.name + " -> " + new_name : std::string();
        if (is_rewritten) detail += detail.empty() ? "message replaced" : "; message replaced";
        add_to_audit_trail(session, "template.change", *edited, detail, who, now);
    });
}

void TemplateStore::remove(std::int64_t id, const Sender& who, TimePoint now) {
    database_.transaction([&](Poco::Data::Session& session) {
        const auto removed = find(session, id);
        if (!removed) return;
        execute(session, "DELETE FROM message_template WHERE id = ?", {id});
        add_to_audit_trail(session, "template.remove", *removed, {}, who, now);
    });
}

}  // namespace send_text
