#pragma once

#include <stdexcept>
#include <string>

#include "staffing/status.h"

namespace staffing {

/// A failure that crosses the boundary as this status and error text.
class StatusError : public std::runtime_error {
  public:
    StatusError(staffing_status status, const std::string& words)
        : std::runtime_error(words), status_(status) {}
    staffing_status status() const { return status_; }

  private:
    staffing_status status_;
};

}  // namespace staffing
