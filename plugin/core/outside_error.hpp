#pragma once

#include <stdexcept>

namespace send_text {

/// What Send Text needs from outside did not do its part: the file of its store, a carrier. what() is in
/// sentences for people.
class OutsideError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;

    /// Whether it was there and said no, so that trying again is of no use.
    virtual bool is_refusal() const { return false; }
};

}  // namespace send_text
