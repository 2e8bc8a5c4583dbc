#include "mock_host/web/random_word.hpp"

#include <sys/random.h>

#include <array>
#include <stdexcept>

namespace mock_host {

std::string random_word() {
    std::array<unsigned char, 16> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw std::runtime_error("The operating system provides no random numbers.");
    constexpr const char* digits = "0123456789abcdef";
    std::string word;
    for (const unsigned char byte : bytes) {
        word += digits[byte >> 4U];
        word += digits[byte & 15U];
    }
    return word;
}

}  // namespace mock_host
