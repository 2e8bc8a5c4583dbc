#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace mock_host {

class PluginCalls;

/// The newest entries of the plug-in's audit trail (host_sdk/schema/audit_entry.schema.json), oldest first.
/// [worker] Reads the trail from its beginning: it can be asked for in no other order.
std::vector<nlohmann::json> newest_audit_entries(const PluginCalls& plugin, std::size_t most);

}  // namespace mock_host
