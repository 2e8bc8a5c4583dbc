#pragma once

namespace validator {

/// Takes what was freed, as the host's next work would, and writes over it: who still points at it reads
/// something else.
void overwrite_freed_memory();

}  // namespace validator
