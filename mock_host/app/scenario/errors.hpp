#pragma once

#include <stdexcept>
#include <string>

namespace mock_host {

/// A scenario that cannot be played: not as the language has it, or about people who are not there.
class ScenarioError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Something is not as the scenario states.
class NotAsStated : public std::runtime_error {
  public:
    NotAsStated(const std::string& expected, const std::string& seen)
        : std::runtime_error(expected), expected_(expected), seen_(seen) {}

    const std::string& expected() const { return expected_; }
    const std::string& seen() const { return seen_; }

  private:
    std::string expected_;
    std::string seen_;
};

}  // namespace mock_host
