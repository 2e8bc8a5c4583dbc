// The list names an action that there is not.
#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

staffing_status STAFFING_CALL list(const staffing_plugin* plugin, const staffing_string_sink* accounts_json,
                                   const staffing_error_sink* error) {
    const staffing::StringCollector sound_list;
    const staffing_status status =
        sound::sound().service.list(plugin, accounts_json == nullptr ? nullptr : sound_list.sink(), error);
    if (status != STAFFING_STATUS_OK) return status;
    staffing::write_to(accounts_json, R"({"accounts": [{"id": 1, "label": "Main", "values": {},
        "actions": [{"id": "polish", "label": "Polish"}]}]})");
    return status;
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.service.list = &list;
}
