#include "mock_host/app/scenario/steps/account_step.hpp"

#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

/// A field's value as the host hands it to the plug-in: of its own branches and reps the id.
std::string handed_back(Stage& stage, const std::string& type, const std::string& text) {
    if (type == "branch") {
        const auto branch = stage.database().branches().find_by_name(text);
        if (!branch) throw ScenarioError("there is no branch " + text + ".");
        return std::to_string(branch->id);
    }
    if (type == "service_rep") {
        const auto user = stage.database().users().find_by_login(text);
        if (!user) throw ScenarioError("there is no user " + text + ".");
        return std::to_string(user->id);
    }
    return text;
}

}  // namespace

AccountFields::AccountFields(ObjectReader& reader) : fields_(reader.other_texts()) {}

std::string AccountFields::name() const {
    for (const char* const field : {"username", "sender"}) {
        if (const auto found = fields_.find(field); found != fields_.end()) return found->second;
    }
    return {};
}

json AccountFields::values(Stage& stage, const json& saved) const {
    json values = saved;
    std::map<std::string, std::string> left = fields_;
    std::string names;
    const json form = stage.plugin().describe_accounts();
    for (const json& field : form.at("fields")) {
        const std::string id = field.at("id");
        const std::string type = field.at("type");
        names += (names.empty() ? "" : ", ") + id;
        if (const auto given = left.find(id); given != left.end()) {
            values[id] = handed_back(stage, type, given->second);
            left.erase(given);
        } else if (type == "choice" && !values.contains(id) && !field.at("choices").empty()) {
            values[id] = field["choices"][0].at("value");
        }
    }
    if (left.empty()) return values;
    throw ScenarioError("the form has no field \"" + left.begin()->first + "\". The fields are: " + names +
                        ".");
}

json find_account(const PluginCalls& plugin, const std::string& name) {
    if (name.empty()) return nullptr;
    const json accounts = plugin.accounts();
    for (const json& account : accounts) {
        if (account.at("values").value("username", "") == name) return account;
    }
    for (const json& account : accounts) {
        if (account.at("label").get<std::string>().find(name) != std::string::npos) return account;
    }
    return nullptr;
}

json saved_account(Stage& stage, const std::string& name) {
    json account;
    stage.on_worker([&] {
        const ActingAsAdministrator acting(
            stage.host().session());  // it is the step that needs the permission
        account = find_account(stage.plugin(), name);
    });
    if (account.is_null()) throw ScenarioError("no account " + name + " is saved.");
    return account;
}

}  // namespace mock_host
