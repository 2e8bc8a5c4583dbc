#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mock_host {

class Connection;
class SecretBox;

/// The host's secret store: secrets by name, encrypted at rest. [thread-safe]
class Credentials {
  public:
    /// `key_file` is made on first use, readable by its owner only; an empty path keeps the key in memory.
    Credentials(Connection& connection, std::filesystem::path key_file);
    ~Credentials();

    /// Replaces what had this name. Throws InvalidInput for an empty name.
    void put(std::string_view name, std::string_view secret);

    /// Nothing when there is no such name. Throws StaffingError when the key file is missing or is not the
    /// one the secret was encrypted under.
    std::optional<std::string> get(std::string_view name) const;

    /// Whether there was one.
    bool remove(std::string_view name);

    std::vector<std::string> names() const;  ///< sorted

  private:
    const SecretBox& box(bool create_key) const;  ///< the connection's mutex must be held

    Connection& connection_;
    std::filesystem::path key_file_;
    mutable std::unique_ptr<SecretBox> box_;
};

}  // namespace mock_host
