#include "mock_host/app/scenario/steps/account_step.hpp"

#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/text_expectation.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

using nlohmann::json;

AccountFields::AccountFields(ObjectReader& reader) {
    for (const char* const field : {"owner", "branch", "service_rep", "carrier", "username", "password",
                                    "account_sid", "api_key_sid", "auth_token", "sender"}) {
        if (reader.has(field)) fields_[field] = reader.text(field);
    }
    if (fields_.contains("username") && !fields_.contains("carrier")) fields_["carrier"] = "zipwhip";
}

bool AccountFields::is_empty() const {
    return fields_.empty();
}

std::string AccountFields::name() const {
    for (const char* const field : {"username", "sender"}) {
        if (const auto found = fields_.find(field); found != fields_.end()) return found->second;
    }
    return {};
}

json AccountFields::values(Stage& stage) const {
    json values = fields_;
    if (values.contains("branch")) {
        const auto branch = stage.database().branches().find_by_name(fields_.at("branch"));
        if (!branch) throw ScenarioError("there is no branch " + fields_.at("branch") + ".");
        values["branch"] = std::to_string(branch->id);
    }
    if (values.contains("service_rep")) {
        const auto user = stage.database().users().find_by_login(fields_.at("service_rep"));
        if (!user) throw ScenarioError("there is no user " + fields_.at("service_rep") + ".");
        values["service_rep"] = std::to_string(user->id);
    }
    return values;
}

json find_account(const PluginCalls& plugin, const std::string& name) {
    for (const json& account : plugin.accounts()) {
        if (account.value("values", json::object()).value("username", "") == name) return account;
    }
    for (const json& account : plugin.accounts()) {
        if (account.value("label", "").find(name) != std::string::npos) return account;
    }
    return nullptr;
}

Outcome::Outcome(ObjectReader& reader) {
    if (reader.has("refused")) {
        status_ = STAFFING_STATUS_REFUSED;
        words_ = reader.text("refused");
    } else if (reader.has("unavailable")) {
        status_ = STAFFING_STATUS_UNAVAILABLE;
        words_ = reader.text("unavailable");
    }
}

void Outcome::hold(Stage& stage, const std::string& what, const std::function<void()>& deed) const {
    if (is_taken()) return stage.on_worker(deed);
    const std::string ending = status_ == STAFFING_STATUS_REFUSED ? " is refused" : " cannot be had now";
    try {
        stage.on_worker(deed);
    } catch (const staffing::StatusError& e) {
        stage.transcript().seen(e.what());
        if (e.status() != status_) {
            throw NotAsStated(what + ending, "Status " + std::to_string(e.status()) + ": " + e.what());
        }
        const std::string problem = TextExpectation{{*words_}, {}}.problem(e.what());
        if (problem.empty()) return;
        throw NotAsStated(what + ending + ", and of the words: " + problem, e.what());
    }
    throw NotAsStated(what + ending, "It was done.");
}

}  // namespace mock_host
