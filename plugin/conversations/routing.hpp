#pragma once

#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/record.hpp"
#include "core/record_directory.hpp"
#include "model/line_id.hpp"
#include "store/conversation_store.hpp"

namespace send_text {

/// The records that a message between the line and the number belongs to: the owners of the latest text that
/// left from the line to the number; else the one record that has the number; else none, which makes a reply
/// an unassigned one. Never all records that happen to have the number. Throws std::runtime_error when the
/// store or the host's records cannot be asked.
std::vector<RecordRef> route(const LineId& line, const E164& number, const ConversationStore& conversations,
                             RecordDirectory& directory);

/// The name of the record, or nothing when it is gone or cannot be asked for.
std::string name_of(const RecordRef& record, RecordDirectory& directory);

}  // namespace send_text
