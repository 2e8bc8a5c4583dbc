#pragma once

#include <cstddef>

namespace validator {

/// How many threads this process has.
std::size_t thread_count();

/// Whether it has no more than `count` any more, or soon: a thread that was joined may still be seen for a
/// moment.
bool are_threads_down_to(std::size_t count);

}  // namespace validator
