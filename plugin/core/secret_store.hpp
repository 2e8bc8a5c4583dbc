#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/secret.hpp"

namespace send_text {

/// The host's place for passwords. Blocks. Throws std::runtime_error in words.
/// Threads: any but the main one.
class SecretStore {
  public:
    virtual ~SecretStore() = default;
    virtual void put(const std::string& name, const Secret& secret) = 0;
    virtual std::optional<Secret> get(const std::string& name) = 0;
    virtual void remove(const std::string& name) = 0;
};

/// The name under which an account's password is kept.
inline std::string password_name(std::int64_t account_id) {
    return "account/" + std::to_string(account_id) + "/password";
}

/// The name under which the key is kept that signs the webhooks of an account.
inline std::string webhook_key_name(std::int64_t account_id) {
    return "account/" + std::to_string(account_id) + "/webhook_key";
}

}  // namespace send_text
