#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/problems.hpp"
#include "core/secret.hpp"
#include "model/account.hpp"

namespace send_text {

/// What an administrator filled in.
struct AccountValues {
    Account account;                    ///< but for what the service adds: id, time, state, key
    std::optional<Secret> password;     ///< missing in a change: the saved one stays
    std::optional<Secret> webhook_key;  ///< what proves its webhooks; missing: none, or what is saved
};

/// The account form: its fields and words, for the host's external services.
nlohmann::json account_form();

/// What is wrong with the values of the form. A password is asked for when `is_new`.
Problems check_account(const nlohmann::json& values, bool is_new);

/// The values of a form that has no problems.
AccountValues read_account(const nlohmann::json& values);

/// What the form shows of a saved account; never its password.
nlohmann::json account_values(const Account& account);

/// Takes out secrets that were left empty.
void drop_empty_secrets(nlohmann::json& values);

/// Overwrites what a form holds of secrets.
void wipe_secrets(nlohmann::json& values);

/// The carrier and the line, as in "(651) 555-0100": how people know an account.
std::string label_of(const Account& account);

/// How the audit trail names it: the same, and "of branch 1".
std::string audit_subject(const Account& account);

}  // namespace send_text
