#pragma once

#include <cstdint>
#include <string>

#include "entry/host_extensions.hpp"

namespace send_text {

/// What the host calls its branches and reps; empty where it does not say.
/// Threads: any but the main one.
class HostOrganization {
  public:
    explicit HostOrganization(const HostExtensions& host) : host_(host) {}

    std::string branch_name(std::int64_t branch_id) const;
    std::string rep_name(std::int64_t rep_id) const;

  private:
    const HostExtensions& host_;
};

}  // namespace send_text
