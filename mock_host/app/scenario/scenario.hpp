#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "mock_host/app/scenario/step.hpp"

namespace mock_host {

/// A scenario, read and checked. The language is in mock_host/scenarios/README.md.
struct Scenario {
    std::string name;
    std::string description;
    std::int64_t clock_ms = 0;  ///< where its time begins
    bool states_clock = false;  ///< whether it says so itself
    std::string user;           ///< who is logged in; empty: nobody
    std::set<std::string> withheld_extensions;
    std::vector<Step> preparation;  ///< settings and accounts, before the steps
    std::vector<Step> steps;
};

/// Throws ScenarioError.
Scenario read_scenario(const nlohmann::json& source);
Scenario read_scenario_file(const std::filesystem::path& file);

}  // namespace mock_host
