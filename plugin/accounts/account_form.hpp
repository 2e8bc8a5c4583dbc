#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "settings/settings_schema.hpp"
#include "store/account_store.hpp"

namespace send_text {

/// What an administrator filled in.
struct AccountValues {
    AccountOwner owner = AccountOwner::branch;
    std::int64_t owner_id = 0;
    std::string carrier;
    std::string username;
    std::string line;                     ///< the number of the username, E.164
    std::optional<std::string> password;  ///< missing in a change: the saved one stays
};

/// The account form: its fields and words, for the host's external services.
nlohmann::json account_form();

/// What is wrong with the values of the form; empty: nothing. A password is asked for when `is_new`.
Problems check_account(const nlohmann::json& values, bool is_new);

/// The values of a form that has no problems.
AccountValues read_account(const nlohmann::json& values);

/// What the form shows of a saved account; never its password.
nlohmann::json account_values(const Account& account);

}  // namespace send_text
