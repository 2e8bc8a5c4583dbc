#include "carrier/list_fault.hpp"

#include <nlohmann/json.hpp>

namespace mock_host {

void spoil_entries(nlohmann::json& entries, const ListFault& fault, const ListedFields& fields) {
    nlohmann::json first_id;
    for (nlohmann::json& entry : entries) {
        if (!fields.is_outbound(entry)) continue;
        entry["body"] = entry.value("body", "") + fault.appended;
        if (first_id.is_null()) first_id = entry[fields.id];
        if (fault.has_equal_ids) entry[fields.id] = first_id;
    }
}

}  // namespace mock_host
