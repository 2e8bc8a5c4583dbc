#pragma once

#include <optional>
#include <string>

#include "mock_host/staffing/secret_key.hpp"

namespace mock_host {

/// Where the key of a database's credentials is kept. Not thread-safe.
class KeyKeeper {
  public:
    virtual ~KeyKeeper() = default;

    /// Nothing when none is kept. Throws StaffingError when there may be one and it cannot be had, or must
    /// not be trusted.
    virtual std::optional<SecretKey> get() = 0;

    /// Keeps the first key. Throws StaffingError when it cannot be kept.
    virtual void put(const SecretKey& key) = 0;

    /// The place in words for people: "the key file /data/staffing.sqlite.key".
    virtual std::string where() const = 0;
};

}  // namespace mock_host
