#include "core/record.hpp"

#include <set>

namespace send_text {

std::string describe(const RecordRef& record) {
    switch (record.kind) {
        case RecordKind::employee:
            return "employee " + std::to_string(record.id);
        case RecordKind::contact:
            return "contact " + std::to_string(record.id);
        case RecordKind::unspecified:
            break;
    }
    return "record " + std::to_string(record.id);
}

std::vector<RecordRef> without_repeats(const std::vector<RecordRef>& records) {
    std::set<RecordRef> seen;
    std::vector<RecordRef> distinct;
    distinct.reserve(records.size());
    for (const RecordRef& record : records)
        if (seen.insert(record).second) distinct.push_back(record);
    return distinct;
}

}  // namespace send_text
