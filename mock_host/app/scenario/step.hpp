#pragma once

#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace mock_host {

class Stage;

/// A step of a scenario, ready to be played.
struct Step {
    std::string title;  ///< what it does, in words
    /// Throws NotAsStated, ScenarioError, or what the plug-in or the carrier answered.
    std::function<void(Stage&)> play;
    std::string comment;                 ///< of the scenario's author; may be empty
    std::string real_time_refusal = {};  ///< a sentence, where it can only be played on a clock that is moved
};

/// Reads a step from the value behind its name. Throws ScenarioError. `where`: "step 3 (open_menu)".
using StepReader = Step (*)(const nlohmann::json& value, const std::string& where);
using StepFamily = std::map<std::string, StepReader>;

// The steps there are, by name.
StepFamily menu_steps();
StepFamily dialog_steps();
StepFamily carrier_steps();
StepFamily webhook_steps();
StepFamily message_steps();
StepFamily session_steps();
StepFamily data_steps();
StepFamily setting_steps();
StepFamily account_steps();
StepFamily audit_steps();
StepFamily backup_steps();
StepFamily life_steps();

}  // namespace mock_host
