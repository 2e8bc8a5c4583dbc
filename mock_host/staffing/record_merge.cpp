#include "mock_host/staffing/record_change.hpp"
#include "mock_host/staffing/record_rows.hpp"

namespace mock_host {

namespace {

void run(Session& session, const std::string& statement, RecordKind kind, std::int64_t survivor,
         std::int64_t loser) {
    Statement update(session);
    update << statement, sql::bind(static_cast<std::int32_t>(kind)), sql::bind(survivor), sql::bind(loser);
    update.execute();
}

}  // namespace

void Records::merge(const RecordKey& survivor, const RecordKey& loser) {
    if (survivor.kind != loser.kind) {
        throw InvalidInput("The " + describe(loser) + " cannot be merged into the " + describe(survivor) +
                           ": both must be employees, or both contacts.");
    }
    if (survivor == loser) throw InvalidInput("The " + describe(loser) + " cannot be merged into itself.");

    change([&](Session& session) {
        require_record(session, survivor);
        require_record(session, loser);
        // What the survivor already has stays with the loser and is deleted with it.
        run(session,
            "UPDATE contact_method SET record_id = ?2 WHERE kind = ?1 AND record_id = ?3 AND NOT EXISTS"
            " (SELECT 1 FROM contact_method AS has WHERE has.kind = ?1 AND has.record_id = ?2"
            " AND has.type = contact_method.type AND has.value = contact_method.value)",
            survivor.kind, survivor.id, loser.id);
        run(session, "UPDATE OR IGNORE message_link SET record_id = ?2 WHERE kind = ?1 AND record_id = ?3",
            survivor.kind, survivor.id, loser.id);
        run(session, "UPDATE OR IGNORE hotlist_row SET employee_id = ?2 WHERE kind = ?1 AND employee_id = ?3",
            survivor.kind, survivor.id, loser.id);
        delete_record(session, loser);
    });
}

}  // namespace mock_host
