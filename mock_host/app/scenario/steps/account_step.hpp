#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "mock_host/loader/plugin_calls.hpp"

namespace mock_host {

class ObjectReader;
class Stage;

/// What the form's fields are given in a step: branch and service_rep by name, the rest as it stands.
class AccountFields {
  public:
    /// Takes the fields out of a step. `carrier` is Zipwhip where a username stands without it.
    explicit AccountFields(ObjectReader& reader);

    /// Values as the plug-in wants them: the ids of branch and rep, as strings.
    nlohmann::json values(Stage& stage) const;
    bool is_empty() const;
    /// Its username, else what it texts from: how people name it.
    std::string name() const;

  private:
    std::map<std::string, std::string> fields_;
};

/// The saved account with this username, or with these words in its label; null: none.
nlohmann::json find_account(const PluginCalls& plugin, const std::string& name);

/// How something must end: taken, refused or unavailable, the latter two with these words.
class Outcome {
  public:
    /// The keys `refused` and `unavailable`.
    explicit Outcome(ObjectReader& reader);

    bool is_taken() const { return !words_; }

    /// Does it on a worker thread, and throws NotAsStated when it ends otherwise. `what`: "the account".
    void hold(Stage& stage, const std::string& what, const std::function<void()>& deed) const;

  private:
    std::int32_t status_ = 0;
    std::optional<std::string> words_;
};

}  // namespace mock_host
