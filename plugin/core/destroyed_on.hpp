#pragma once

#include <memory>
#include <utility>

#include "core/task_queue.hpp"

namespace send_text {

/// Shares something whose end takes its time when it is large: whoever lets go of it last, it ends on
/// `thread`, as long as that one takes tasks. `thread` must outlive it.
template <class Large>
std::shared_ptr<Large> destroyed_on(TaskQueue& thread, Large large) {
    return {new Large(std::move(large)), [&thread](Large* old) {
                if (!thread.post([old] { delete old; })) delete old;
            }};
}

}  // namespace send_text
