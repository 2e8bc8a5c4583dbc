#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/number_fact.hpp"
#include "store/database.hpp"

namespace send_text {

/// How a fact is known.
struct LearnedFact {
    std::string reason;  ///< in words
    std::int64_t learned_ms = 0;
};

using NumberFacts = std::map<NumberFact, LearnedFact>;

/// What was learned of numbers (E.164), for as long as it holds. Consent belongs to the number: all lines
/// know it. Any thread; blocks on the store.
class NumberFactStore {
  public:
    explicit NumberFactStore(Database& database);

    /// Learned again, the latest reason and time count.
    void learn(const std::string& number, NumberFact fact, const std::string& reason, std::int64_t now_ms);

    /// It holds no longer, if it was learned at that time or before.
    void forget(const std::string& number, NumberFact fact, std::int64_t at_ms);

    NumberFacts of(const std::string& number) const;

    /// All numbers of which anything is known.
    std::unordered_map<std::string, NumberFacts> all() const;

  private:
    Database& database_;
};

}  // namespace send_text
