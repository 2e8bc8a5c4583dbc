#include "host/freed_memory.hpp"

#include <cstdlib>
#include <cstring>
#include <vector>

namespace validator {

void overwrite_freed_memory() {
    constexpr int of_each_size = 64;
    constexpr std::size_t largest = 4'096;
    constexpr std::size_t step = 16;
    std::vector<void*> taken;
    taken.reserve(of_each_size * largest / step);
    for (std::size_t size = 8; size <= largest; size += step) {
        for (int count = 0; count < of_each_size; ++count) {
            void* const block = std::malloc(size);
            if (block == nullptr) break;
            std::memset(block, 0xDD, size);
            taken.push_back(block);
        }
    }
    for (void* const block : taken)
        std::free(block);
}

}  // namespace validator
