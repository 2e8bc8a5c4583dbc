#include "mock_host/staffing/wipe.hpp"

#include <sodium.h>

namespace mock_host {

void wipe(std::string& text) noexcept {
    text.resize(text.capacity());  // within the capacity: nothing is allocated
    sodium_memzero(text.data(), text.size());
    text.clear();
}

}  // namespace mock_host
