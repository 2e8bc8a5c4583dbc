#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/steps/outcome.hpp"
#include "mock_host/app/scenario/transcript.hpp"

// back_up, backups, restore_backup

namespace mock_host {

using nlohmann::json;

namespace {

/// The path of a backup that a step before made.
std::string path_of(const Stage& stage, const std::string& name) {
    const auto found = stage.backups.find(name);
    if (found != stage.backups.end()) return found->second;
    throw ScenarioError("No step before has made the backup \"" + name + "\".");
}

Step back_up(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string name = reader.text("name");
    const Outcome outcome(reader);
    reader.finish();
    return {"Makes a backup: " + name,
            [name, outcome](Stage& stage) {
                std::string path;
                outcome.hold(stage, "the backup",
                             [&, plugin = stage.plugin()] { path = plugin.back_up(""); });
                if (outcome.is_done()) stage.backups[name] = path;
            },
            {}};
}

Step backups(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const auto count = reader.integer("count");
    reader.finish();
    return {"Looks at the backups",
            [count](Stage& stage) {
                json listed;
                stage.on_worker([&, plugin = stage.plugin()] { listed = plugin.backups().at("backups"); });
                std::string drawn = listed.empty() ? "There is none.\n" : "";
                for (const json& backup : listed) {
                    drawn += "· " + backup.at("at").get<std::string>() + ", " + backup.at("size").dump() +
                             " bytes\n";
                }
                stage.transcript().seen(drawn);
                if (count && static_cast<std::int64_t>(listed.size()) != *count)
                    throw NotAsStated(std::to_string(*count) + " backups", drawn);
            },
            {}};
}

Step restore_backup(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string name = reader.text("name");
    const Outcome outcome(reader);
    reader.finish();
    return {"Restores a backup: " + name,
            [name, outcome](Stage& stage) {
                const std::string path = path_of(stage, name);
                outcome.hold(stage, "the backup", [&, plugin = stage.plugin()] { plugin.restore(path); });
            },
            {}};
}

}  // namespace

StepFamily backup_steps() {
    return {{"back_up", back_up}, {"backups", backups}, {"restore_backup", restore_backup}};
}

}  // namespace mock_host
