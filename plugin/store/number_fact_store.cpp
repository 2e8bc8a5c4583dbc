#include "store/number_fact_store.hpp"

#include <utility>

#include "core/subscriber_number.hpp"
#include "store/query.hpp"

namespace send_text {
namespace {

std::pair<NumberFact, LearnedFact> read_fact(Row& row) {
    const auto fact = row.as<NumberFact>();
    std::string reason = row.text();
    return {fact, {std::move(reason), row.time()}};
}

}  // namespace

void learn_fact(Poco::Data::Session& session, const E164& number, NumberFact fact,
                const LearnedFact& learned) {
    execute(session,
            "INSERT INTO number_fact (number, fact, reason, learned_ms) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (number, fact) DO UPDATE SET reason = excluded.reason, "
            "learned_ms = excluded.learned_ms WHERE excluded.learned_ms > number_fact.learned_ms",
            {subscriber_number(number), fact, learned.reason, learned.learned_at});
}

NumberFactStore::NumberFactStore(Database& database) : database_(database) {}

void NumberFactStore::learn(const E164& number, NumberFact fact, const std::string& reason, TimePoint now,
                            const std::optional<AuditEntry>& audit_entry) {
    database_.transaction([&](Poco::Data::Session& session) {
        const bool is_news =
            audit_entry && !exists(session, "SELECT 1 FROM number_fact WHERE number = ? AND fact = ?",
                                   {subscriber_number(number), fact});
        learn_fact(session, number, fact, {reason, now});
        if (is_news) add_audit_entry(session, *audit_entry);
    });
}

void NumberFactStore::forget(const E164& number, NumberFact fact, TimePoint at,
                             const std::optional<AuditEntry>& audit_entry) {
    database_.transaction([&](Poco::Data::Session& session) {
        const std::size_t forgotten =
            execute(session, "DELETE FROM number_fact WHERE number = ? AND fact = ? AND learned_ms <= ?",
                    {subscriber_number(number), fact, at});
        if (audit_entry && forgotten > 0) add_audit_entry(session, *audit_entry);
    });
}

void NumberFactStore::lift(const E164& number, NumberFact fact, const AuditEntry& audit_entry) {
    database_.transaction([&](Poco::Data::Session& session) {
        execute(session, "DELETE FROM number_fact WHERE number = ? AND fact = ?",
                {subscriber_number(number), fact});
        add_audit_entry(session, audit_entry);
    });
}

NumberFacts NumberFactStore::of(const E164& number) const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        NumberFacts facts;
        for_each_row(session, "SELECT fact, reason, learned_ms FROM number_fact WHERE number = ?",
                     {subscriber_number(number)}, [&](Row& row) { facts.insert(read_fact(row)); });
        return facts;
    });
}

std::unordered_map<E164, NumberFacts> NumberFactStore::all() const {
    return in_transaction(database_, [&](Poco::Data::Session& session) {
        std::unordered_map<E164, NumberFacts> facts;
        for_each_row(session, "SELECT number, fact, reason, learned_ms FROM number_fact", {}, [&](Row& row) {
            E164 number = row.number();
            facts[std::move(number)].insert(read_fact(row));
        });
        return facts;
    });
}

}  // namespace send_text
