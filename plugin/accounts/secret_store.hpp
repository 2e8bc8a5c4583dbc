#pragma once

#include <optional>
#include <string>

namespace send_text {

/// The host's place for passwords. Blocks: any thread but the main one. Throws std::runtime_error in words.
class SecretStore {
  public:
    virtual ~SecretStore() = default;
    virtual void put(const std::string& name, const std::string& secret) = 0;
    virtual std::optional<std::string> get(const std::string& name) = 0;
    virtual void remove(const std::string& name) = 0;
};

}  // namespace send_text
