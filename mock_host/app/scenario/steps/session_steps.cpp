#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/staffing/staffing_database.hpp"

// log_in, log_out, set_role

namespace mock_host {

using nlohmann::json;

namespace {

/// What the scenario names and the staffing data lacks is the scenario's mistake.
template <class Deed>
void as_scenario_error(Deed deed) {
    try {
        deed();
    } catch (const NotFound& e) {
        throw ScenarioError(e.what());
    }
}

Step log_in(const json& value, const std::string& where) {
    if (!value.is_string()) throw ScenarioError(where + ": a login name is expected, such as \"aswanson\".");
    const auto name = value.get<std::string>();
    return {name + " logs in",
            [name](Stage& stage) {
                as_scenario_error([&] { stage.host().session().log_in(name); });
                stage.plugin().session_changed();
            },
            {}};
}

Step log_out(const json& value, const std::string& where) {
    ObjectReader(value, where).finish();
    return {"Logs out",
            [](Stage& stage) {
                stage.host().session().log_out();
                stage.plugin().session_changed();
            },
            {}};
}

Step set_role(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string name = reader.text("user");
    const std::string role = reader.text("role");
    reader.finish();
    return {name + " gets the role " + role,
            [name, role](Stage& stage) {
                as_scenario_error([&] {
                    const auto user = stage.database().users().find_by_login(name);
                    if (!user) throw NotFound("there is no user " + name + ".");
                    stage.database().users().set_role(user->id, role);
                    stage.host().session().refresh();
                });
                stage.plugin().session_changed();
            },
            {}};
}

}  // namespace

StepFamily session_steps() {
    return {{"log_in", log_in}, {"log_out", log_out}, {"set_role", set_role}};
}

}  // namespace mock_host
