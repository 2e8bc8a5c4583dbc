#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "mock_host/app/scenario/text_expectation.hpp"

namespace mock_host {

class ObjectReader;

/// What the list of accounts must show.
class AccountsExpectation {
  public:
    /// The key `are`. Throws ScenarioError.
    explicit AccountsExpectation(ObjectReader& reader);

    /// Throws NotAsStated, with the list as it is seen. Whatever is expected, no field that the form has as
    /// secret may stand in it.
    void check(const nlohmann::json& accounts, const nlohmann::json& form) const;

  private:
    struct Account {
        TextExpectation label;
        TextExpectation problem;
        TextExpectation standing;
        std::string state;                                ///< empty: any
        std::optional<std::vector<std::string>> actions;  ///< their labels
    };

    std::vector<Account> accounts_;
};

/// The list as an administrator sees it.
std::string draw_accounts(const nlohmann::json& accounts);

}  // namespace mock_host
