#include "store/draft_store.hpp"

#include <Poco/SHA2Engine.h>

#include <algorithm>
#include <set>

#include "store/query.hpp"

namespace send_text {

std::string key_of_recipients(std::vector<RecordRef> records) {
    std::sort(records.begin(), records.end());
    records.erase(std::unique(records.begin(), records.end()), records.end());
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    for (const RecordRef& record : records)
        engine.update(describe(record) + "\n");
    return Poco::DigestEngine::digestToHex(engine.digest());
}

std::optional<Draft> DraftStore::find(const DraftId& id) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return select_first(
            session,
            "SELECT body, template_id, typed_ms FROM message_draft "
            "WHERE rep_id = ? AND recipients = ?",
            {id.rep_id, id.recipients}, [&](Row& row) {
                return Draft{
                    .id = id, .body = row.text(), .template_id = row.integer(), .typed_at = row.time()};
            });
    });
}

void DraftStore::change(const DraftChanges& changes) {
    database_.transaction([&](Poco::Data::Session& session) {
        for (const DraftId& id : changes.removed) {
            execute(session, "DELETE FROM message_draft WHERE rep_id = ? AND recipients = ?",
                    {id.rep_id, id.recipients});
        }
        std::set<std::int64_t> reps;
        for (const Draft& draft : changes.kept) {
            execute(session,
                    "INSERT INTO message_draft (rep_id, recipients, body, template_id, typed_ms) "
                    "VALUES (?, ?, ?, ?, ?) ON CONFLICT (rep_id, recipients) DO UPDATE SET "
                    "body = excluded.body, template_id = excluded.template_id, typed_ms = excluded.typed_ms",
                    {draft.id.rep_id, draft.id.recipients, draft.body, draft.template_id, draft.typed_at});
            reps.insert(draft.id.rep_id);
        }
        for (const std::int64_t rep_id : reps) {
            execute(session,
                    "DELETE FROM message_draft WHERE rep_id = ? AND recipients NOT IN (SELECT recipients "
                    "FROM message_draft WHERE rep_id = ? ORDER BY typed_ms DESC, recipients LIMIT ?)",
                    {rep_id, rep_id, max_per_rep});
        }
    });
}

std::size_t DraftStore::purge(TimePoint before) {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        return execute(session, "DELETE FROM message_draft WHERE typed_ms < ?", {before});
    });
}

}  // namespace send_text
