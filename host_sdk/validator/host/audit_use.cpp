#include "host/audit_use.hpp"

#include "staffing_cpp/call.hpp"

namespace validator {

AuditPart read_audit(const LivePlugin& plugin, staffing_audit_format format, std::int64_t after_id,
                     std::int64_t max_entries) {
    const auto* const audit = plugin.table<staffing_audit>(STAFFING_EXT_AUDIT);
    const staffing::StringCollector text;
    AuditPart part;
    part.answer =
        plugin.call_on_worker(audit->read, format, after_id, max_entries, text.sink(), &part.last_id);
    part.text = text.text();
    return part;
}

void export_audit(const LivePlugin& plugin, staffing_audit_format format) {
    constexpr int max_parts = 20;  // a check finds out whether it ends
    constexpr std::int64_t entries_each = 100;
    if (plugin.table<staffing_audit>(STAFFING_EXT_AUDIT) == nullptr) return;
    std::int64_t after_id = 0;
    for (int part = 0; part < max_parts; ++part) {
        const AuditPart read = read_audit(plugin, format, after_id, entries_each);
        if (read.answer.status != STAFFING_STATUS_OK || read.last_id <= 0) return;
        after_id = read.last_id;
    }
}

}  // namespace validator
