#include "core/record.hpp"

#include <functional>
#include <unordered_set>

namespace send_text {
namespace {

struct HashOfRecord {
    std::size_t operator()(const RecordRef& record) const {
        return std::hash<std::int64_t>()(record.id) * 31 + static_cast<std::size_t>(record.kind);
    }
};

}  // namespace

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
    std::unordered_set<RecordRef, HashOfRecord> seen;
    seen.reserve(records.size());
    std::vector<RecordRef> distinct;
    distinct.reserve(records.size());
    for (const RecordRef& record : records)
        if (seen.insert(record).second) distinct.push_back(record);
    return distinct;
}

}  // namespace send_text
