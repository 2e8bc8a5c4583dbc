#include "core/random.hpp"

#include <random>

namespace send_text {

std::uint64_t SystemRandom::next() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

}  // namespace send_text
