#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "mock_host/loader/plugin_calls.hpp"

namespace mock_host {

class ObjectReader;
class Stage;

/// What a person fills into the plug-in's form of an account: any of its fields, branches and service reps by
/// name, the rest as it stands.
class AccountFields {
  public:
    /// Takes all keys of a step that were not asked for; whether the form has them is seen when it is there.
    explicit AccountFields(ObjectReader& reader);

    /// What the host hands back: these fields over what was saved, branches and reps as ids, and a choice
    /// that nobody made as it stands at first. Throws ScenarioError for a field that the form does not have.
    nlohmann::json values(Stage& stage, const nlohmann::json& saved) const;

    /// Its username, else what it texts from: how people name it; may be empty.
    std::string name() const;

  private:
    std::map<std::string, std::string> fields_;
};

/// The saved account with this username, or with these words in its label; null: none. [worker]
nlohmann::json find_account(const PluginCalls& plugin, const std::string& name);

/// The same from the main thread. Throws ScenarioError when there is none.
nlohmann::json saved_account(Stage& stage, const std::string& name);

}  // namespace mock_host
