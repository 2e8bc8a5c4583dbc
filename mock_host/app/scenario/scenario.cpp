#include "mock_host/app/scenario/scenario.hpp"

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>

#include <fstream>
#include <iterator>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/time_text.hpp"
#include "staffing_json/bounded_json.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

StepFamily all_steps() {
    StepFamily all;
    for (StepFamily family :
         {menu_steps(), dialog_steps(), carrier_steps(), webhook_steps(), message_steps(), session_steps(),
          data_steps(), setting_steps(), account_steps(), audit_steps(), backup_steps(), life_steps()}) {
        all.merge(family);
    }
    return all;
}

std::string names_of(const StepFamily& steps) {
    std::string names;
    for (const auto& [name, reader] : steps)
        names += (names.empty() ? "" : ", ") + name;
    return names;
}

Step read_step(const json& source, std::size_t number, const StepFamily& known) {
    const std::string where = "step " + std::to_string(number);
    if (!source.is_object())
        throw ScenarioError(where + ": a step is an object such as {\"press\": \"Send\"}.");
    std::string comment;
    std::string name;
    for (const auto& [key, value] : source.items()) {
        if (key == "comment") {
            if (!value.is_string()) throw ScenarioError(where + ": \"comment\" must be a string.");
            comment = value.get<std::string>();
        } else if (!known.contains(key)) {
            throw ScenarioError(where + ": there is no step \"" + key +
                                "\". The steps are: " + names_of(known) + ", and \"comment\" beside them.");
        } else if (!name.empty()) {
            throw ScenarioError(where + ": one step does one thing; \"" + name + "\" and \"" + key +
                                "\" are two.");
        } else {
            name = key;
        }
    }
    if (name.empty())
        throw ScenarioError(where + ": it does nothing. The steps are: " + names_of(known) + ".");
    Step step = known.at(name)(source[name], where + " (" + name + ")");
    step.comment = comment;
    return step;
}

std::int64_t read_clock(ObjectReader& reader) {
    const std::string text = reader.text_or("clock", "2026-03-02T18:00:00Z");
    const auto clock_ms = milliseconds_from_iso(text);
    if (!clock_ms) reader.refuse("\"clock\" is not a time such as 2026-03-02T18:00:00Z");
    return *clock_ms;
}

std::set<std::string> read_withheld(ObjectReader& reader) {
    std::set<std::string> withheld;
    for (const std::string& id : reader.texts("withhold_extensions")) {
        if (host_extension(id) == nullptr)
            reader.refuse("the host has no extension \"" + id + "\" to withhold");
        withheld.insert(id);
    }
    return withheld;
}

/// Writes a port of 127.0.0.1 on which nobody listens wherever the text has `{free_port}`: the same
/// everywhere.
std::string with_free_port(std::string text) {
    const std::string_view place = "{free_port}";
    std::string port;
    for (std::size_t at = 0; (at = text.find(place, at)) != std::string::npos; at += port.size()) {
        if (port.empty()) {
            const Poco::Net::ServerSocket taken(Poco::Net::SocketAddress("127.0.0.1", 0));
            port = std::to_string(taken.address().port());
        }
        text.replace(at, place.size(), port);
    }
    return text;
}

}  // namespace

Scenario read_scenario(const json& source) {
    const StepFamily known = all_steps();
    ObjectReader reader(source, "the scenario");
    Scenario scenario;
    scenario.name = reader.text("name");
    scenario.description = reader.text_or("description", "");
    scenario.states_clock = reader.has("clock");
    scenario.clock_ms = read_clock(reader);
    scenario.user = reader.text_or("user", "");
    scenario.withheld_extensions = read_withheld(reader);
    if (const json* const settings = reader.value("settings")) {
        scenario.preparation.push_back(
            known.at("change_settings")({{"values", *settings}}, "the scenario's \"settings\""));
    }
    if (reader.has("accounts")) {
        for (const json& account : reader.list("accounts"))
            scenario.preparation.push_back(known.at("save_account")(account, "the scenario's \"accounts\""));
    }
    for (const json& step : reader.list("steps"))
        scenario.steps.push_back(read_step(step, scenario.steps.size() + 1, known));
    reader.finish();
    return scenario;
}

Scenario read_scenario_file(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream) throw ScenarioError("the scenario " + file.string() + " cannot be read.");
    const std::string text = with_free_port(std::string(std::istreambuf_iterator<char>(stream), {}));
    json source;
    try {
        source = staffing::json_from(text, "the scenario " + file.string());
    } catch (const staffing::JsonError& e) {
        throw ScenarioError(e.what() + (e.fault() == staffing::JsonFault::not_json
                                            ? " " + staffing::where_not_json(text)
                                            : ""));
    }
    try {
        return read_scenario(source);
    } catch (const ScenarioError& e) {
        throw ScenarioError(file.string() + ": " + e.what());
    }
}

}  // namespace mock_host
