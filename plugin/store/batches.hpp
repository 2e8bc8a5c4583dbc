#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/e164.hpp"
#include "core/record.hpp"
#include "core/time.hpp"
#include "model/ids.hpp"
#include "model/line_id.hpp"
#include "store/database.hpp"
#include "store/query.hpp"

namespace send_text {

/// The states of a conversation batch. The store's schema names `open` by its number.
enum class BatchState : std::int32_t { open = 1, closed = 2, logged = 3 };

/// The open batch of the conversation whose window has not passed.
std::optional<std::int64_t> open_batch(Poco::Data::Session& session, const LineId& line, const E164& number,
                                       TimePoint now, Milliseconds batch_window);

/// The same, opened when there is none.
std::int64_t open_or_new_batch(Poco::Data::Session& session, const LineId& line, const E164& number,
                               TimePoint now, Milliseconds batch_window);

/// Puts a settled text into its conversation's batch and adds its owners to the batch's. A text without
/// owners opens none, since there is nowhere to log it.
void join_batch(Poco::Data::Session& session, TextId text_id, TimePoint now, Milliseconds batch_window);

/// Nothing more joins what is open now.
void close_open_batches(Poco::Data::Session& session);

/// Says which run of the plug-in this is, in letters and digits; on opening, within a transaction. The
/// batches that it makes have log keys that no other run's have, even if a store is put back in which the
/// same ids come again.
void name_run(Poco::Data::Session& session, const std::string& token);

/// Reads two columns as a record.
RecordRef read_record(Row& row);

/// The records that were merged away, each with the one that stands for it.
std::map<RecordRef, RecordRef> merged_records(Poco::Data::Session& session);

}  // namespace send_text
