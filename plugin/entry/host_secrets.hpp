#pragma once

#include "core/secret_store.hpp"
#include "entry/host_extensions.hpp"

namespace send_text {

/// The host's place for passwords.
class HostSecrets final : public SecretStore {
  public:
    explicit HostSecrets(const HostExtensions& host) : host_(host) {}

    void put(const std::string& name, const Secret& secret) override;
    std::optional<Secret> get(const std::string& name) override;
    void remove(const std::string& name) override;

  private:
    const HostExtensions& host_;
};

}  // namespace send_text
