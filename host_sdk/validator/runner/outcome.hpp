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
    crashed,  ///< the plug-in ended its process
    warning,  ///< allowed, but bad for the people who use the host
    skipped,  ///< the plug-in has nothing for this check to look at
};

std::string_view word_of(Outcome outcome);

/// A check that has ended.
struct Result {
    std::string name;
    Outcome outcome = Outcome::ok;
    std::string message;  ///< what was expected and what was seen, in sentences
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

/// Throws Failed with this message unless `is_as_expected`.
inline void expect(bool is_as_expected, const std::string& otherwise) {
    if (!is_as_expected) throw Failed(otherwise);
}

}  // namespace validator
