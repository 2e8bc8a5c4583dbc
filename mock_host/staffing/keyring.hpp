#pragma once

#include <chrono>
#include <filesystem>

#include "mock_host/staffing/key_keeper.hpp"

namespace mock_host {

/// The key in the operating system's keyring: the default collection of the Secret Service of the user's
/// session (GNOME Keyring, KWallet, KeePassXC; specifications.freedesktop.org/secret-service). Nobody is ever
/// asked to unlock it: while it is locked, or there is none, get() and put() throw.
class Keyring final : public KeyKeeper {
  public:
    /// The key stands under the name of the database's file, so that no two of them share one. Each get() and
    /// put() takes at most `wait`.
    explicit Keyring(const std::filesystem::path& database_file,
                     std::chrono::milliseconds wait = std::chrono::seconds(5));

    std::optional<SecretKey> get() override;
    void put(const SecretKey& key) override;
    std::string where() const override;

  private:
    const std::string database_file_;
    const std::chrono::milliseconds wait_;
};

}  // namespace mock_host
