// Memory that anybody in this program gives back is overwritten, whichever library it is: what people wrote,
// and their passwords, are not found in it afterwards, nor in a crash's core. The plug-in wipes its secrets
// by itself; this is what a host can do for all the rest. (The GNU C library's M_PERTURB leaves out the small
// pieces.)

#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

extern "C" {

// The C library's own, under the names that it keeps for those who stand in front of them.
void __libc_free(void* memory);
void* __libc_realloc(void* memory, std::size_t size);

__attribute__((visibility("default"))) void free(void* memory) {
    if (memory != nullptr) explicit_bzero(memory, malloc_usable_size(memory));
    __libc_free(memory);
}

/// What grows is moved by hand, so that nothing stays where it stood.
__attribute__((visibility("default"))) void* realloc(void* memory, std::size_t size) {
    const std::size_t before = memory == nullptr ? 0 : malloc_usable_size(memory);
    if (memory == nullptr || size <= before) return __libc_realloc(memory, size);
    void* const moved = malloc(size);
    if (moved == nullptr) return nullptr;
    std::memcpy(moved, memory, std::min(before, size));
    free(memory);
    return moved;
}

}  // extern "C"
