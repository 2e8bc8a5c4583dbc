#include "mock_host/app/first_start.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "mock_host/app/carrier_settings.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "mock_host/web/random_word.hpp"
#include "mock_host/web/running_host.hpp"

namespace mock_host {

namespace {

using nlohmann::json;

void point_to_carrier(RunningHost& host) {
    host.with_plugin_as_administrator([&](Host&, const PluginCalls& plugin) {
        const json values = known_settings(plugin, carrier_settings(host.carrier_url()));
        if (values.empty()) return;
        const auto problems = plugin.change_settings(values);
        if (!problems.empty()) {
            throw std::runtime_error("The plug-in did not accept the simulated carrier's address: " +
                                     problems.begin()->second);
        }
    });
}

std::string digits_of(const std::string& text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

/// A Zipwhip account of the branch, on the line that is its telephone number.
json account_of(const Branch& branch, const json& form) {
    json values = json::object();
    for (const json& field : form.at("fields")) {
        const json& choices = field.value("choices", json::array());
        if (field.value("type", "") == "choice" && !choices.empty())
            values[field.at("id")] = choices[0].at("value");
    }
    values.update({{"owner", "branch"},
                   {"branch", std::to_string(branch.id)},
                   {"username", digits_of(branch.phone)},
                   {"password", random_word()}});
    return values;
}

bool has_fields_of_account(const json& form) {
    std::size_t found = 0;
    for (const json& field : form.at("fields")) {
        for (const char* const id : {"owner", "branch", "username", "password"})
            found += field.value("id", "") == id ? 1 : 0;
    }
    return found == 4;
}

void make_account(RunningHost& host) {
    host.with_plugin_as_administrator([&](Host& running, const PluginCalls& plugin) {
        const auto login = running.session().current();
        const json form = plugin.describe_accounts();
        if (!login || !has_fields_of_account(form) || !plugin.accounts().empty()) return;
        plugin.save_account(0, account_of(login->branch, form));
    });
}

}  // namespace

void prepare_plugin(RunningHost& host, const std::filesystem::path& data_folder) {
    point_to_carrier(host);
    const std::filesystem::path mark = data_folder / "account_is_made";
    if (std::filesystem::exists(mark)) return;
    try {
        make_account(host);
    } catch (const staffing::StatusError& e) {
        if (e.status() == STAFFING_STATUS_NOT_SUPPORTED) return;
        throw;
    }
    std::ofstream stream(mark);
}

}  // namespace mock_host
