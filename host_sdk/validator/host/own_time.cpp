#include "host/own_time.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace validator {
namespace {

using std::chrono::microseconds;
using std::chrono::nanoseconds;
using std::chrono::steady_clock;

/// How long this thread has waited for a processor; 0 where the system does not tell.
nanoseconds waited() {
    const int file = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    if (file < 0) return {};
    std::array<char, 100> text{};
    const ssize_t size = ::read(file, text.data(), text.size() - 1);
    ::close(file);
    long long on_processor = 0;
    long long waiting = 0;
    if (size <= 0 || std::sscanf(text.data(), "%lld %lld", &on_processor, &waiting) != 2) return {};
    return nanoseconds(waiting);
}

}  // namespace

OwnTime::OwnTime() : start_(steady_clock::now()), waited_before_(waited()) {}

microseconds OwnTime::spent() const {
    const nanoseconds passed = steady_clock::now() - start_;
    return std::chrono::duration_cast<microseconds>(
        std::max(nanoseconds(0), passed - (waited() - waited_before_)));
}

}  // namespace validator
