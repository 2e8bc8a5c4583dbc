#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "mock_host/staffing/secret_key.hpp"

namespace mock_host {

/// The key of a database's credentials, in a file that only its owner can read. A file that others can read,
/// or that belongs to another user, is refused. Not thread-safe.
class KeyFile {
  public:
    explicit KeyFile(std::filesystem::path file) : file_(std::move(file)) {}

    /// Nothing when there is no such file. Throws StaffingError when it cannot be read, must not be trusted,
    /// or contains no key.
    std::optional<SecretKey> get() const;

    /// Writes the first key. Throws StaffingError when it cannot be written, or the file already exists.
    void put(const SecretKey& key) const;

    /// For messages: "the key file /data/staffing.sqlite.key".
    std::string where() const { return "the key file " + file_.string(); }

  private:
    std::filesystem::path file_;
};

}  // namespace mock_host
