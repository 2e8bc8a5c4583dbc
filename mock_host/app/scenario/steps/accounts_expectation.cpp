#include "mock_host/app/scenario/steps/accounts_expectation.hpp"

#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

std::vector<std::string> labels_of_actions(const json& account) {
    std::vector<std::string> labels;
    for (const json& action : account.value("actions", json::array()))
        labels.push_back(action.at("label"));
    return labels;
}

std::string draw(const json& account) {
    std::string line = "· " + account.at("label").get<std::string>();
    if (account.value("state", "") == "disabled") line += " (disabled)";
    const std::string standing = account.value("standing", "");
    if (!standing.empty()) line += ": " + standing;
    const std::string problem = account.value("problem", "");
    if (!problem.empty()) line += " — ! " + problem;
    for (const std::string& action : labels_of_actions(account))
        line += " (" + action + ")";
    return line + "\n";
}

/// The secret field that stands in an account; empty: none. A host can write such a field and never read it.
std::string secret_in(const json& account, const json& form) {
    for (const json& field : form.at("fields")) {
        const std::string id = field.at("id");
        if (field.at("type") == "secret" && account.at("values").contains(id)) return id;
    }
    return {};
}

}  // namespace

AccountsExpectation::AccountsExpectation(ObjectReader& reader) {
    for (const json& source : reader.list("are")) {
        ObjectReader each(source, reader.where() + ", \"are\"");
        Account account{TextExpectation::read(each, "label_"),
                        TextExpectation::read(each, "problem_"),
                        TextExpectation::read(each, "standing_"),
                        each.text_or("state", ""),
                        {}};
        if (each.has("actions")) account.actions = each.texts("actions");
        each.finish();
        accounts_.push_back(std::move(account));
    }
}

void AccountsExpectation::check(const json& accounts, const json& form) const {
    const auto expect = [&](bool is_so, const std::string& expected) {
        if (!is_so) throw NotAsStated(expected, draw_accounts(accounts));
    };
    for (const json& account : accounts) {
        const std::string secret = secret_in(account, form);
        expect(secret.empty(), "a list without the secret field \"" + secret + "\"");
    }
    expect(accounts.size() == accounts_.size(), "so many accounts: " + std::to_string(accounts_.size()));
    for (std::size_t i = 0; i < accounts_.size(); ++i) {
        const Account& wanted = accounts_[i];
        const json& account = accounts[i];
        const std::string which = "account " + std::to_string(i + 1) + ": ";
        const std::string label = wanted.label.problem(account.at("label"));
        expect(label.empty(), which + "of its label: " + label);
        expect(wanted.state.empty() || account.value("state", "") == wanted.state,
               which + "it is " + wanted.state);
        const std::string problem = wanted.problem.problem(account.value("problem", ""));
        expect(problem.empty(), which + "of its problem: " + problem);
        const std::string standing = wanted.standing.problem(account.value("standing", ""));
        expect(standing.empty(), which + "of how it stands: " + standing);
        expect(!wanted.actions || labels_of_actions(account) == *wanted.actions,
               which + "exactly these actions: " +
                   json(wanted.actions.value_or(std::vector<std::string>())).dump());
    }
}

std::string draw_accounts(const json& accounts) {
    std::string text;
    for (const json& account : accounts)
        text += draw(account);
    return text.empty() ? "There is no account.\n" : text;
}

}  // namespace mock_host
