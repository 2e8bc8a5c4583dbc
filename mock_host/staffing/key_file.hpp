#pragma once

#include <filesystem>

#include "mock_host/staffing/key_keeper.hpp"

namespace mock_host {

/// The key in a file that only its owner can read. One that others could read, or that belongs to somebody
/// else, is refused.
class KeyFile final : public KeyKeeper {
  public:
    explicit KeyFile(std::filesystem::path file) : file_(std::move(file)) {}

    /// Throws StaffingError also when the file holds no key.
    std::optional<SecretKey> get() override;

    /// Throws StaffingError also when there is such a file already.
    void put(const SecretKey& key) override;

    std::string where() const override { return "the key file " + file_.string(); }

  private:
    std::filesystem::path file_;
};

}  // namespace mock_host
