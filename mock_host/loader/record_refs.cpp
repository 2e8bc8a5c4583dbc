#include "mock_host/loader/record_refs.hpp"

#include "staffing_cpp/check.hpp"

namespace mock_host {

using staffing::StatusError;

RecordKey from_abi(const staffing_record_ref& record) {
    if (record.kind != STAFFING_RECORD_KIND_EMPLOYEE && record.kind != STAFFING_RECORD_KIND_CONTACT) {
        throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                          "There is no kind " + std::to_string(record.kind) + " of record.");
    }
    return {static_cast<RecordKind>(record.kind), record.id};
}

std::vector<RecordKey> from_abi(const staffing_record_ref* records, std::uint64_t count) {
    constexpr std::uint64_t most = 1'000'000;
    if (count == 0) return {};
    staffing::required(records, "the records");
    if (count > most) {
        throw StatusError(STAFFING_STATUS_TOO_LARGE, std::to_string(count) + " records were given; at most " +
                                                         std::to_string(most) + " are taken at once.");
    }
    std::vector<RecordKey> keys;
    keys.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i)
        keys.push_back(from_abi(records[i]));
    return keys;
}

std::vector<staffing_record_ref> to_abi(const std::vector<RecordKey>& keys) {
    std::vector<staffing_record_ref> records;
    records.reserve(keys.size());
    for (const RecordKey& key : keys)
        records.push_back(to_abi(key));
    return records;
}

}  // namespace mock_host
