#include "core/secret.hpp"

#include <utility>

namespace send_text {

void wipe(std::string& text) noexcept {
    text.resize(text.capacity());  // within the capacity: nothing is allocated
    volatile char* byte = text.data();
    for (std::size_t left = text.size(); left > 0; --left)
        *byte++ = '\0';
    text.clear();
}

Secret& Secret::operator=(const Secret& other) {
    if (this != &other) {
        Secret copy(other);
        std::swap(text_, copy.text_);
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    std::swap(text_, other.text_);
    return *this;
}

}  // namespace send_text
