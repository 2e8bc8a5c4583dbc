#include "store/migrations.hpp"

#include <array>
#include <span>

#include "store/numbers_in_one_form.hpp"
#include "store/query.hpp"

namespace send_text {
namespace {

// One schema for SQLite and PostgreSQL: BIGINT and TEXT, times in milliseconds, enums as numbers, and this,
// the one thing that they spell differently. Ids are never used twice: secrets and log keys are named after
// them.
constexpr const char* identity_token = "$identity";
constexpr const char* sqlite_identity = "INTEGER PRIMARY KEY AUTOINCREMENT";

// A released migration never changes; what comes later is a migration of its own.
constexpr const char* migration_1[] = {
    "CREATE TABLE store_identity (store_id TEXT NOT NULL)",

    "CREATE TABLE account ("
    " id $identity,"
    " owner BIGINT NOT NULL,"
    " owner_id BIGINT NOT NULL,"
    " carrier TEXT NOT NULL,"
    " username TEXT NOT NULL,"
    " line TEXT NOT NULL UNIQUE,"
    " created_ms BIGINT NOT NULL,"
    " UNIQUE (owner, owner_id, carrier))",

    "CREATE TABLE setting ("
    " name TEXT NOT NULL PRIMARY KEY,"
    " value TEXT NOT NULL,"
    " changed_by BIGINT NOT NULL,"
    " changed_ms BIGINT NOT NULL)",

    "CREATE TABLE send_request ("
    " id $identity,"
    " body TEXT NOT NULL,"
    " rep_id BIGINT NOT NULL,"
    " rep_name TEXT NOT NULL,"
    " created_ms BIGINT NOT NULL)",

    "CREATE TABLE conversation_batch ("
    " id $identity,"
    " line TEXT NOT NULL,"
    " number TEXT NOT NULL,"
    " state BIGINT NOT NULL,"  // BatchState
    " opened_ms BIGINT NOT NULL,"
    " log_attempts BIGINT NOT NULL DEFAULT 0,"
    " log_not_before_ms BIGINT NOT NULL DEFAULT 0,"
    " log_reason TEXT NOT NULL DEFAULT '',"
    " message_id TEXT NOT NULL DEFAULT '',"
    " logged_ms BIGINT NOT NULL DEFAULT 0)",
    "CREATE UNIQUE INDEX one_open_batch ON conversation_batch (line, number) WHERE state = 1",
    "CREATE INDEX batch_by_age ON conversation_batch (state, opened_ms, id)",
    "CREATE INDEX batch_by_due_time ON conversation_batch (state, log_not_before_ms)",

    "CREATE TABLE batch_record ("
    " batch_id BIGINT NOT NULL REFERENCES conversation_batch (id),"
    " record_kind BIGINT NOT NULL,"
    " record_id BIGINT NOT NULL,"
    " PRIMARY KEY (batch_id, record_kind, record_id))",
    "CREATE INDEX batch_by_record ON batch_record (record_kind, record_id)",

    "CREATE TABLE outgoing_text ("
    " id $identity,"
    " request_id BIGINT NOT NULL REFERENCES send_request (id),"
    " batch_id BIGINT REFERENCES conversation_batch (id),"
    " line TEXT NOT NULL,"
    " number TEXT NOT NULL,"
    " state BIGINT NOT NULL,"  // TextState
    " hold_reason BIGINT NOT NULL DEFAULT 0,"
    " state_since_ms BIGINT NOT NULL,"
    " not_before_ms BIGINT NOT NULL DEFAULT 0,"
    " sending_since_ms BIGINT NOT NULL DEFAULT 0,"
    " attempts BIGINT NOT NULL DEFAULT 0,"
    " carrier_message_id TEXT,"  // NULL until the carrier gave one
    " reason TEXT NOT NULL DEFAULT '')",
    "CREATE INDEX text_by_due_time ON outgoing_text (state, line, not_before_ms, id)",
    "CREATE INDEX text_by_conversation ON outgoing_text (line, number, sending_since_ms, id)",
    "CREATE INDEX text_by_carrier_id ON outgoing_text (line, carrier_message_id)",
    "CREATE INDEX text_by_request ON outgoing_text (request_id, id)",
    "CREATE INDEX text_by_batch ON outgoing_text (batch_id)",

    "CREATE TABLE text_record ("
    " text_id BIGINT NOT NULL REFERENCES outgoing_text (id),"
    " record_kind BIGINT NOT NULL,"
    " record_id BIGINT NOT NULL,"
    " PRIMARY KEY (text_id, record_kind, record_id))",
    "CREATE INDEX text_by_record ON text_record (record_kind, record_id)",

    "CREATE TABLE merged_record ("
    " record_kind BIGINT NOT NULL,"
    " record_id BIGINT NOT NULL,"
    " survivor_kind BIGINT NOT NULL,"  // never itself merged
    " survivor_id BIGINT NOT NULL,"
    " PRIMARY KEY (record_kind, record_id))",

    "CREATE TABLE listed_message ("
    " id $identity,"
    " batch_id BIGINT REFERENCES conversation_batch (id),"  // NULL: unassigned
    " line TEXT NOT NULL,"
    " number TEXT NOT NULL,"
    " carrier_message_id TEXT NOT NULL,"
    " inbound BIGINT NOT NULL,"
    " body TEXT NOT NULL,"
    " created_ms BIGINT NOT NULL,"
    " UNIQUE (line, carrier_message_id))",
    "CREATE INDEX message_by_batch ON listed_message (batch_id, inbound)",
};

constexpr const char* migration_2[] = {
    "ALTER TABLE account ADD COLUMN state BIGINT NOT NULL DEFAULT 1",  // AccountState
    "ALTER TABLE account ADD COLUMN carrier_account TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE account ADD COLUMN key_hash TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE account ADD COLUMN webhook_prefix TEXT NOT NULL DEFAULT ''",

    "CREATE INDEX batch_by_number ON conversation_batch (number, id)",

    "CREATE TABLE audit_entry ("
    " id $identity,"
    " at_ms BIGINT NOT NULL,"
    " rep_id BIGINT NOT NULL,"
    " rep_name TEXT NOT NULL,"
    " action TEXT NOT NULL,"
    " subject TEXT NOT NULL,"
    " line TEXT NOT NULL,"
    " number TEXT NOT NULL,"
    " records TEXT NOT NULL,"
    " request_id BIGINT NOT NULL,"
    " text_id BIGINT NOT NULL,"
    " outcome TEXT NOT NULL,"
    " detail TEXT NOT NULL)",
    "CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry"
    " BEGIN SELECT RAISE(ABORT, 'The audit trail is only ever added to.'); END",
    "CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry"
    " BEGIN SELECT RAISE(ABORT, 'The audit trail is only ever added to.'); END",
};

constexpr const char* migration_3[] = {
    "ALTER TABLE outgoing_text ADD COLUMN body TEXT",  // NULL: the request's
    "ALTER TABLE outgoing_text ADD COLUMN segments BIGINT NOT NULL DEFAULT 1",
    "ALTER TABLE outgoing_text ADD COLUMN send_batch BIGINT NOT NULL DEFAULT 0",
    "DROP INDEX text_by_due_time",
    "CREATE INDEX text_by_due_time ON outgoing_text (state, line, not_before_ms, send_batch, id)",

    "CREATE TABLE number_fact ("  // what carriers and people told of a number
    " number TEXT NOT NULL,"
    " fact BIGINT NOT NULL,"  // NumberFact
    " reason TEXT NOT NULL,"
    " learned_ms BIGINT NOT NULL,"
    " PRIMARY KEY (number, fact))",

    "CREATE TABLE message_template ("
    " id $identity,"
    " owner BIGINT NOT NULL,"  // TemplateOwner
    " owner_id BIGINT NOT NULL,"
    " name TEXT NOT NULL,"
    " body TEXT NOT NULL,"
    " changed_by BIGINT NOT NULL,"
    " changed_ms BIGINT NOT NULL,"
    " UNIQUE (owner, owner_id, name))",
};

constexpr const char* migration_4[] = {
    "ALTER TABLE listed_message ADD COLUMN media BIGINT NOT NULL DEFAULT 0",  // as in core/media.hpp

    "CREATE TABLE line_start ("  // what the carrier listed when the line's account was added is not ours
    " line TEXT NOT NULL PRIMARY KEY,"
    " listed_since_ms BIGINT NOT NULL)",
    "CREATE TABLE earlier_message ("
    " line TEXT NOT NULL,"
    " carrier_message_id TEXT NOT NULL,"
    " PRIMARY KEY (line, carrier_message_id))",
};

constexpr const char* migration_5[] = {
    // Whom the last request about the text went to; empty: there was none, or it was before version 5.
    "ALTER TABLE outgoing_text ADD COLUMN carrier TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE outgoing_text ADD COLUMN carrier_account TEXT NOT NULL DEFAULT ''",
    // Whether it is to be looked for in the carrier's list before it leaves (Look), and where that begins
    // (LookFrom).
    "ALTER TABLE outgoing_text ADD COLUMN must_be_looked_for BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE outgoing_text ADD COLUMN look_from_request BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE outgoing_text ADD COLUMN look_from_ms BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE outgoing_text ADD COLUMN look_from_carrier_ms BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE outgoing_text ADD COLUMN look_from_filed BIGINT NOT NULL DEFAULT 0",
    "CREATE INDEX text_to_look_for ON outgoing_text (line, id) WHERE must_be_looked_for > 0",
    // The last request about it was this one, counted as requests_begun.
    "ALTER TABLE outgoing_text ADD COLUMN request_number BIGINT NOT NULL DEFAULT 0",
    // How many requests to carriers were ever begun: a store that has fewer than were counted elsewhere is an
    // older one that was put back.
    "ALTER TABLE store_identity ADD COLUMN requests_begun BIGINT NOT NULL DEFAULT 0",
    // When it was last held against itself while it was in use; 0: never.
    "ALTER TABLE store_identity ADD COLUMN checked_ms BIGINT NOT NULL DEFAULT 0",
    // Random, so that no other batch has the same log key, whatever becomes of the store; empty: of a batch
    // from before version 5.
    "ALTER TABLE conversation_batch ADD COLUMN log_token TEXT NOT NULL DEFAULT ''",
    // Of queued, sending and unknown texts: whether an earlier one to the number is on its way.
    "CREATE INDEX unsettled_text ON outgoing_text (line, number, id) WHERE state IN (2, 3, 9)",

    // What people may decide about. The index holds these alone: 3 is HoldReason::person.
    "CREATE INDEX text_for_person ON outgoing_text (request_id, line, id) WHERE hold_reason = 3",
    "CREATE TABLE text_decision ("  // what a person said of a request to the carrier that nobody answered
    " id $identity,"
    " text_id BIGINT NOT NULL REFERENCES outgoing_text (id),"
    " line TEXT NOT NULL,"
    " number TEXT NOT NULL,"
    " sent_ms BIGINT NOT NULL,"   // when that request began
    " decision BIGINT NOT NULL,"  // Decision
    " rep_id BIGINT NOT NULL,"
    " rep_name TEXT NOT NULL,"
    " decided_ms BIGINT NOT NULL,"
    " carrier_message_id TEXT NOT NULL DEFAULT '')",  // what the carrier turned out to have made of it
    "CREATE INDEX decision_by_text ON text_decision (text_id, id)",
    "CREATE INDEX decision_by_conversation ON text_decision (line, number, carrier_message_id)",
    "ALTER TABLE listed_message ADD COLUMN filed_ms BIGINT NOT NULL DEFAULT 0",  // 0: before version 5
    "CREATE INDEX message_by_conversation ON listed_message (line, number)",
    "CREATE TABLE former_line ("  // whose a line was that has no account any more
    " line TEXT NOT NULL PRIMARY KEY,"
    " owner BIGINT NOT NULL,"  // AccountOwner
    " owner_id BIGINT NOT NULL)",
};

constexpr const char* migration_6[] = {
    "CREATE TABLE message_draft ("
    " rep_id BIGINT NOT NULL,"
    " recipients TEXT NOT NULL,"  // key_of_recipients
    " body TEXT NOT NULL,"
    " template_id BIGINT NOT NULL,"  // 0: none; it may be gone
    " typed_ms BIGINT NOT NULL,"
    " PRIMARY KEY (rep_id, recipients))",
    "CREATE TABLE untold_failure ("  // of accepted texts that failed later: their senders are to be told
    " text_id BIGINT NOT NULL PRIMARY KEY REFERENCES outgoing_text (id),"
    " failed_ms BIGINT NOT NULL)",
};

constexpr const char* migration_7[] = {
    "CREATE TABLE heard_message ("  // of carriers that tell of messages by themselves, and list none
    " id $identity,"                // in the order of hearing
    " line TEXT NOT NULL,"
    " number TEXT NOT NULL,"
    " carrier_message_id TEXT NOT NULL,"
    " inbound BIGINT NOT NULL,"
    " body TEXT NOT NULL,"
    " created_ms BIGINT NOT NULL,"
    " media BIGINT NOT NULL,"
    " state BIGINT NOT NULL,"  // TextState
    " failure TEXT NOT NULL,"
    " fact BIGINT NOT NULL,"  // NumberFact; 0: none
    " heard_ms BIGINT NOT NULL,"
    " UNIQUE (line, carrier_message_id))",
    "CREATE INDEX heard_by_line ON heard_message (line, id)",
    "CREATE INDEX heard_by_time ON heard_message (heard_ms)",
};

// Of version 4, what a statement cannot do: write_numbers_in_one_form.
constexpr std::int64_t numbers_in_one_form_version = 4;

constexpr std::array<std::span<const char* const>, 7> migrations = {
    migration_1, migration_2, migration_3, migration_4, migration_5, migration_6, migration_7};

std::string for_sqlite(std::string sql) {
    if (const auto at = sql.find(identity_token); at != std::string::npos) {
        sql.replace(at, std::string(identity_token).size(), sqlite_identity);
    }
    return sql;
}

}  // namespace

std::int64_t newest_schema_version() {
    return static_cast<std::int64_t>(migrations.size());
}

std::int64_t schema_version(Poco::Data::Session& session) {
    if (!exists(session, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'",
                {})) {
        return 0;
    }
    return select_integer(session, "SELECT max(version) FROM schema_version").value_or(0);
}

void migrate(Poco::Data::Session& session, std::int64_t to_version) {
    execute(session, "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)");
    for (auto version = schema_version(session) + 1; version <= to_version; ++version) {
        for (const char* const sql : migrations[static_cast<std::size_t>(version) - 1]) {
            execute(session, for_sqlite(sql));
        }
        if (version == numbers_in_one_form_version) write_numbers_in_one_form(session);
        execute(session, "INSERT INTO schema_version (version) VALUES (?)", {version});
    }
}

}  // namespace send_text
