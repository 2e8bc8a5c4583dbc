#include "carrier/simulation.hpp"

namespace mock_host {

Carrier* Simulation::carrier_of_name(const std::string& name) const {
    for (const auto& carrier : carriers) {
        if (carrier->name() == name) return carrier.get();
    }
    return nullptr;
}

Carrier* Simulation::carrier_of_path(const std::string& path) const {
    for (const auto& carrier : carriers) {
        if (carrier->serves(path)) return carrier.get();
    }
    return nullptr;
}

Carrier* Simulation::carrier_of_line(const std::string& line) const {
    for (const auto& carrier : carriers) {
        if (carrier->has_line(line)) return carrier.get();
    }
    return nullptr;
}

void Simulation::time_passed() {
    for (const auto& carrier : carriers)
        carrier->time_passed();
}

void Simulation::reset() {
    faults.clear();
    for (const auto& carrier : carriers)
        carrier->reset();
    callbacks.clear();
    handsets.clear();
    clock.fix(std::nullopt);
    clock.set_ahead({});
    requests.clear();
    texts.clear();
}

}  // namespace mock_host
