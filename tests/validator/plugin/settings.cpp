#include "functions.hpp"

namespace sound {
namespace {

using staffing::write_to;

staffing_status STAFFING_CALL describe(const staffing_plugin* plugin,
                                       const staffing_string_sink* settings_json,
                                       const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::any, error, [&](const Plugin&) {
        write_to(&required_sink(settings_json, "a sink for the settings"), SettingsStore::description());
    });
}

staffing_status STAFFING_CALL values(const staffing_plugin* plugin, const staffing_string_sink* values_json,
                                     const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::any, error, [&](const Plugin& self) {
        write_to(&required_sink(values_json, "a sink for the values"), self.settings.values());
    });
}

staffing_status STAFFING_CALL change(const staffing_plugin* plugin, const staffing_string* values_json,
                                     const staffing_string_sink* problems_json,
                                     const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](Plugin& self) {
        const staffing_string_sink& sink = required_sink(problems_json, "a sink for the problems");
        const std::string problems =
            self.settings.change(staffing::checked_text(values_json, "the values", 1U << 20U));
        if (problems.empty()) return;
        write_to(&sink, problems);
        throw staffing::StatusError(STAFFING_STATUS_REFUSED, "A value was not taken.");
    });
}

}  // namespace

const staffing_settings settings_functions{&describe, &values, &change};

}  // namespace sound
