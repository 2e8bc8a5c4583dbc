#include "host/thread_count.hpp"

#include <chrono>
#include <filesystem>
#include <iterator>
#include <thread>

namespace validator {

std::size_t thread_count() {
    const std::filesystem::directory_iterator threads("/proc/self/task");
    return static_cast<std::size_t>(std::distance(begin(threads), end(threads)));
}

bool are_threads_down_to(std::size_t count) {
    for (int looks = 0; looks < 100; ++looks) {
        if (thread_count() <= count) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

}  // namespace validator
