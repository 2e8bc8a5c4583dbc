#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock_host/staffing/key_file.hpp"

namespace mock_host {

class Connection;
class SecretBox;

/// The host's secret store: secrets by name, encrypted at rest. [thread-safe]
/// The key is read when it is first needed. While there are credentials, a missing key is never replaced by a
/// new one, which would hide the loss.
class Credentials {
  public:
    /// Without a key file, the key exists only in memory, as long as this object.
    Credentials(Connection& connection, std::optional<KeyFile> key_file);
    ~Credentials();

    /// Replaces an earlier secret of this name. Throws InvalidInput for an empty name, StaffingError when the
    /// key is not available.
    void put(std::string_view name, std::string_view secret);

    /// The secret, for the caller to wipe; nothing when there is no such name. Throws StaffingError when the
    /// key is not available or is not the one that encrypted the secret.
    std::optional<std::string> get(std::string_view name) const;

    /// Whether there was one. Not even its ciphertext is left in the files.
    bool remove(std::string_view name);

    std::vector<std::string> names() const;  ///< sorted

  private:
    const SecretBox& box() const;  ///< key_mutex_ must be held
    bool has_credentials() const;
    void empty_write_ahead_log();

    Connection& connection_;
    mutable std::mutex key_mutex_;  ///< guards all that needs the key
    const std::optional<KeyFile> key_file_;
    mutable std::unique_ptr<const SecretBox> box_;
};

}  // namespace mock_host
