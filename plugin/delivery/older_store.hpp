#pragma once

#include <optional>
#include <string>

#include "core/log.hpp"
#include "core/time.hpp"
#include "store/outbox_store.hpp"
#include "store/request_counter.hpp"

namespace send_text {

/// Compares what the store knows of with what was counted apart from it, before anything leaves. When it is
/// older than what was last sent, all that waits in it is looked for at the carrier before it leaves. Returns
/// what people should know then, in sentences. Blocks. Throws StoreError.
std::optional<std::string> handle_older_store(OutboxStore& outbox, RequestCounter& counter, TimePoint now,
                                              Log& log);

/// Of a store that has sent nothing, while others were counted before it: it may be in the place of one that
/// was lost. Returns what people should know then, in sentences, once. Blocks. Throws StoreError.
std::optional<std::string> handle_lost_store(const OutboxStore& outbox, RequestCounter& counter,
                                             const std::string& store, Log& log);

}  // namespace send_text
