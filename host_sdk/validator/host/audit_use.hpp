#pragma once

#include <cstdint>
#include <string>

#include "host/live_plugin.hpp"
#include "staffing/ext/audit.h"

namespace validator {

/// What audit.read wrote.
struct AuditPart {
    Answer answer;
    std::string text;
    std::int64_t last_id = -1;  ///< -1: it was not written
};

/// The plug-in has audit.
AuditPart read_audit(const LivePlugin& plugin, staffing_audit_format format, std::int64_t after_id,
                     std::int64_t max_entries);

/// Reads some parts, as a host that saves them to a file does. Does nothing without audit.
void export_audit(const LivePlugin& plugin, staffing_audit_format format);

}  // namespace validator
