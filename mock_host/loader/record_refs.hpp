#pragma once

#include <cstdint>
#include <vector>

#include "mock_host/staffing/person.hpp"
#include "staffing/record.h"

namespace mock_host {

inline staffing_record_ref to_abi(const RecordKey& key) {
    return {static_cast<staffing_record_kind>(key.kind), 0, key.id};
}

/// Throws staffing::StatusError (INVALID_ARGUMENT) for an unknown kind.
RecordKey from_abi(const staffing_record_ref& record);

/// The same for many; also when `records` is NULL although there are some, and TOO_LARGE for over a million.
std::vector<RecordKey> from_abi(const staffing_record_ref* records, std::uint64_t count);

std::vector<staffing_record_ref> to_abi(const std::vector<RecordKey>& keys);

}  // namespace mock_host
