#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "carrier/simulator_clock.hpp"

// What all things in a StateFile are written with.
namespace mock_host {

inline nlohmann::json kept_moment(Moment moment) {
    return moment.time_since_epoch().count();
}

inline Moment moment_from(const nlohmann::json& kept) {
    return Moment(std::chrono::milliseconds(kept.get<std::int64_t>()));
}

inline nlohmann::json kept_moment(const std::optional<Moment>& moment) {
    return moment ? kept_moment(*moment) : nlohmann::json(nullptr);
}

inline std::optional<Moment> optional_moment_from(const nlohmann::json& kept) {
    return kept.is_null() ? std::nullopt : std::optional(moment_from(kept));
}

}  // namespace mock_host
