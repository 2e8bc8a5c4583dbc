#include "host/guarded_memory.hpp"

#include <sys/mman.h>

#include <cerrno>
#include <system_error>

namespace validator {

namespace {

constexpr std::size_t page = 4096;

}  // namespace

GuardedMemory::GuardedMemory(const void* bytes, std::size_t size) {
    const std::size_t readable = (size + page - 1) / page * page;
    mapped_ = readable + page;
    mapping_ = ::mmap(nullptr, mapped_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapping_ == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "Guarding memory");
    ::mprotect(static_cast<char*>(mapping_) + readable, page, PROT_NONE);
    data_ = static_cast<char*>(mapping_) + readable - size;
    if (size > 0) std::memcpy(data_, bytes, size);
}

GuardedMemory::~GuardedMemory() {
    ::munmap(mapping_, mapped_);
}

}  // namespace validator
