#include "carrier/list_fault.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace mock_host {

void ListFault::add(const ListFault& other) {
    lag = std::max(lag, other.lag);
    if (other.max_entries)
        max_entries = std::min(max_entries.value_or(*other.max_entries), *other.max_entries);
    arriving += other.arriving;
    if (nonsense.empty()) nonsense = other.nonsense;
    appended += other.appended;
    has_equal_ids = has_equal_ids || other.has_equal_ids;
}

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
