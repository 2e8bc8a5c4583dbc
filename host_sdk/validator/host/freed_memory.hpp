#pragma once

namespace validator {

/// Allocates and overwrites freed memory, as the host's next work would, so that dangling pointers read
/// something else.
void overwrite_freed_memory();

}  // namespace validator
