#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

namespace validator {

/// How a check ended.
enum class Outcome {
    ok,       ///< what was expected was seen
    failed,   ///< the plug-in broke the contract, or did not answer in time
    crashed,  ///< the plug-in took its process down
    warning,  ///< allowed, but not good for the people at the host
    skipped,  ///< the plug-in has nothing that this check could look at
};

std::string_view word_of(Outcome outcome);

/// A check that has ended.
struct Result {
    std::string name;
    Outcome outcome = Outcome::ok;
    std::string message;  ///< a sentence of what was expected and what was seen
    std::chrono::milliseconds duration{0};
};

/// Thrown by a check that did not see what it expected.
class Failed : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Thrown by a check that saw something allowed that a person should look at.
class Warning : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Thrown by a check that has nothing to look at.
class Skipped : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Throws Failed with these words unless `is_as_expected`.
inline void expect(bool is_as_expected, const std::string& otherwise) {
    if (!is_as_expected) throw Failed(otherwise);
}

}  // namespace validator
