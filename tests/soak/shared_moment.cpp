#include "soak/shared_moment.hpp"

#include <sys/mman.h>

#include <new>

namespace soak {

SharedMemory::SharedMemory() {
    void* const memory =
        mmap(nullptr, sizeof(SharedMoment), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::runtime_error("no memory to share");
    moment_ = new (memory) SharedMoment;
}

SharedMemory::~SharedMemory() {
    munmap(moment_, sizeof(SharedMoment));
}

}  // namespace soak
