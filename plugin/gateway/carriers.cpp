#include <algorithm>

#include "gateway/carrier.hpp"

namespace send_text {

#define CARRIER(name)             \
    namespace name {              \
    extern const Carrier carrier; \
    }
#include "gateway/carriers.inc"
#undef CARRIER

namespace {

constexpr const Carrier* all[] = {
#define CARRIER(name) &name::carrier,
#include "gateway/carriers.inc"
#undef CARRIER
};

}  // namespace

std::span<const Carrier* const> carriers() {
    return all;
}

const Carrier* find_carrier(std::string_view id) {
    const auto found = std::find_if(carriers().begin(), carriers().end(),
                                    [id](const Carrier* carrier) { return id == carrier->id; });
    return found == carriers().end() ? nullptr : *found;
}

std::string carrier_label(std::string_view id) {
    const Carrier* carrier = find_carrier(id);
    return std::string(carrier == nullptr ? id : carrier->label);
}

std::string listed_carriers(const char* Carrier::*what, const char* conjunction) {
    std::string words;
    for (const Carrier* carrier : carriers()) {
        const bool is_last = carrier == carriers().back();
        if (!words.empty()) words += is_last ? std::string(" ") + conjunction + " " : std::string(", ");
        words += carrier->*what;
    }
    return words;
}

}  // namespace send_text
