#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/record.hpp"
#include "model/ids.hpp"

namespace send_text {

/// A text that the carrier took and could not deliver, and whose sender has not been told.
struct UnreportedFailure {
    TextId text_id{};
    RequestId request_id{};
    std::int64_t rep_id = 0;
    E164 number;
    std::string body;
    std::string reason;
    std::vector<RecordRef> records = {};
};

}  // namespace send_text
