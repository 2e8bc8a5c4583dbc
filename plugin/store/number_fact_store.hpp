#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/e164.hpp"
#include "core/number_fact.hpp"
#include "core/time.hpp"
#include "store/audit_store.hpp"
#include "store/database.hpp"

namespace send_text {

/// How a fact is known.
struct LearnedFact {
    std::string reason;  ///< in words
    TimePoint learned_at{};
};

using NumberFacts = std::map<NumberFact, LearnedFact>;

/// Within a transaction: learned again, the latest reason and time count.
void learn_fact(Poco::Data::Session& session, const E164& number, NumberFact fact,
                const LearnedFact& learned);

/// What was learned of numbers (E.164), for as long as it holds. Consent belongs to the number: all lines
/// know it, and it does not matter in which form a number is written (core/subscriber_number.hpp). Blocks on
/// the store.
/// Threads: any; the database takes turns.
class NumberFactStore {
  public:
    explicit NumberFactStore(Database& database);

    /// learn_fact. What is news of the number is told in the audit trail in the same transaction.
    void learn(const E164& number, NumberFact fact, const std::string& reason, TimePoint now,
               const std::optional<AuditEntry>& audit_entry = {});

    /// It holds no longer, if it was learned at that time or before. Where it held, that is told in the audit
    /// trail in the same transaction.
    void forget(const E164& number, NumberFact fact, TimePoint at,
                const std::optional<AuditEntry>& audit_entry = {});

    /// It holds no longer, because a person says so: the entry is added to the audit trail in the same
    /// transaction.
    void lift(const E164& number, NumberFact fact, const AuditEntry& audit_entry);

    NumberFacts of(const E164& number) const;

    /// All numbers of which anything is known, as subscriber_number() writes them.
    std::unordered_map<E164, NumberFacts> all() const;

  private:
    Database& database_;
};

}  // namespace send_text
