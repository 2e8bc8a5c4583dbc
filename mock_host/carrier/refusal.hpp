#pragma once

#include <optional>
#include <stdexcept>
#include <string>

namespace mock_host {

/// A request that a carrier refuses, for a reason that has a code of that carrier or none. Nothing of it has
/// been carried out.
class Refusal : public std::runtime_error {
  public:
    explicit Refusal(const std::string& message) : std::runtime_error(message) {}
    Refusal(int reason_code, const std::string& message) : std::runtime_error(message), code_(reason_code) {}
    std::optional<int> code() const { return code_; }

  private:
    std::optional<int> code_;
};

}  // namespace mock_host
