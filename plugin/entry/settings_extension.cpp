#include "entry/administration.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"

namespace send_text {
namespace {

staffing_status STAFFING_CALL describe(const staffing_plugin* plugin,
                                       const staffing_string_sink* settings_json,
                                       const staffing_error_sink* error) {
    return anywhere(plugin, error, [&](SendTextPlugin&) {
        staffing::write_to(&usable(settings_json), describe_settings().dump());
    });
}

staffing_status STAFFING_CALL values(const staffing_plugin* plugin, const staffing_string_sink* values_json,
                                     const staffing_error_sink* error) {
    return anywhere(plugin, error, [&](SendTextPlugin& self) {
        const staffing_string_sink& answer = usable(values_json);
        require_administrator(self);
        staffing::write_to(&answer, self.services()->settings().values().dump());
    });
}

staffing_status STAFFING_CALL change(const staffing_plugin* plugin, const staffing_string* values_json,
                                     const staffing_string_sink* problems_json,
                                     const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const staffing_string_sink& answer = usable(problems_json);
        const nlohmann::json wanted = object_from(values_json, "The settings");
        const Sender who = require_administrator(self);
        const Problems problems = self.change_settings(wanted, who);
        staffing::write_to(&answer, nlohmann::json(problems).dump());
        if (!problems.empty()) throw staffing::StatusError(STAFFING_STATUS_REFUSED, problems.begin()->second);
    });
}

}  // namespace

const staffing_settings settings_extension{&describe, &values, &change};

}  // namespace send_text
