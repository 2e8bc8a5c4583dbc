#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "soak/lying_carrier.hpp"

namespace soak {

/// A text that Send was pressed for.
struct Committed {
    std::string line;
    std::string number;
    std::string body;
    std::int64_t at = 0;          ///< true time
    bool is_confirmed = true;     ///< the plug-in said that it has it
    bool may_be_missing = false;  ///< it was committed after the store that was put back
};

/// What must have become of all that was committed, counted at the handsets.
class Ledger {
  public:
    std::vector<Committed> committed;

    /// The host's messages, by their keys.
    std::map<std::string, std::string> logged;
    bool store_went_back = false;
    /// What is listed with other words and by a clock that was set since stands as another application's.
    bool may_be_filed_apart = false;

    /// What is wrong now that all is settled, in sentences. `texts` is what the store has.
    std::vector<std::string> check_handsets(const nlohmann::json& texts, const LyingCarrier& carrier) const;

    /// The same of the conversations in the host's log, now that all are closed.
    std::vector<std::string> check_log(const nlohmann::json& texts) const;

    /// A person decided so.
    void is_not_to_be_sent(const std::string& body);

    /// When a text with these words to this number was committed last, true time.
    std::int64_t last_committed(const std::string& number, const std::string& body) const;

    /// How many texts reached their handset before an earlier one to the same number.
    std::int64_t count_overtaken(const LyingCarrier& carrier) const;

  private:
    struct Group {
        std::int64_t committed = 0;
        std::int64_t confirmed = 0;
        std::int64_t missing = 0;  ///< may be
        std::map<std::string, std::int64_t> states;
        std::int64_t stored = 0;
        std::int64_t sent() const;
        std::string described() const;
    };
    using Key = std::pair<std::string, std::string>;  ///< number and body

    std::map<std::string, std::int64_t> not_to_be_sent;  ///< how many with each token

    std::map<Key, Group> groups(const nlohmann::json& texts) const;
};

/// Nothing more is to be done to send it.
bool is_settled(const nlohmann::json& text);
bool counts_as_sent(const nlohmann::json& text);

}  // namespace soak
