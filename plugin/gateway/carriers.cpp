#include <algorithm>

#include "gateway/carrier.hpp"

namespace send_text {

#define CARRIER(name)         \
    namespace name {          \
    const Carrier& carrier(); \
    }
#include "gateway/carriers.inc"
#undef CARRIER

const std::vector<const Carrier*>& carriers() {
    static const std::vector<const Carrier*> all = {
#define CARRIER(name) &name::carrier(),
#undef CARRIER
    };
    return all;
}

const Carrier* find_carrier(std::string_view id) {
    const auto found = std::find_if(carriers().begin(), carriers().end(),
                                    [id](const Carrier* carrier) { return carrier->id == id; });
    return found == carriers().end() ? nullptr : *found;
}

std::string carrier_label(std::string_view id) {
    const Carrier* carrier = find_carrier(id);
    return carrier == nullptr ? std::string(id) : carrier->label;
}

std::string listed_carriers(std::string Carrier::*what, const char* conjunction) {
    std::string words;
    for (const Carrier* carrier : carriers()) {
        const bool is_last = carrier == carriers().back();
        if (!words.empty()) words += is_last ? std::string(" ") + conjunction + " " : std::string(", ");
        words += carrier->*what;
    }
    return words;
}

}  // namespace send_text
