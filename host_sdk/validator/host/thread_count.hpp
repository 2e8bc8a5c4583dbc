#pragma once

#include <cstddef>

namespace validator {

/// How many threads this process has.
std::size_t thread_count();

/// Whether it has no more than `count`, now or soon: a joined thread may still be visible for a moment.
bool are_threads_down_to(std::size_t count);

}  // namespace validator
