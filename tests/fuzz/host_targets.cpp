// What the mock host reads: of plug-ins, and of people who write scenarios.

#include <nlohmann/json.hpp>

#include "fuzz/target.hpp"
#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/scenario.hpp"
#include "mock_host/loader/dialogs.hpp"
#include "staffing_cpp/status_error.hpp"
#include "staffing_json/bounded_json.hpp"

namespace fuzz {
namespace {

const std::string view = R"({"name": "a", "title": "A", "elements": [
    {"kind": "text", "id": "t", "text": "Hello", "severity": "info"},
    {"kind": "rows", "id": "r", "label": "To", "rows": [{"id": "1", "title": "Ann", "actions": [{"id": "x", "label": "X"}]}]},
    {"kind": "text_area", "id": "body", "label": "Message", "value": "", "max_characters": 9},
    {"kind": "choice", "id": "c", "label": "C", "value": "1", "choices": [{"value": "1", "label": "One"}]}],
    "buttons": [{"id": "ok", "label": "OK", "role": "default", "enabled": true}]})";

void read_view(const std::string& input) {
    mock_host::Dialogs dialogs;
    try {
        dialogs.open(input);
    } catch (const staffing::StatusError&) {
    }
}

void read_patch(const std::string& input) {
    mock_host::Dialogs dialogs;
    const std::uint64_t id = dialogs.open(view);
    try {
        dialogs.update(id, input);
    } catch (const staffing::StatusError&) {
    }
}

void read_scenario(const std::string& input) {
    const nlohmann::json source = staffing::json_or_discarded(input);
    if (source.is_discarded()) return;
    try {
        mock_host::read_scenario(source);
    } catch (const mock_host::ScenarioError&) {
    }
}

}  // namespace

std::vector<Target> host_targets() {
    return {
        {"dialog_view", {view}, &read_view},
        {"dialog_patch",
         {R"([{"op": "replace", "path": "/elements/0", "value": {"kind": "text", "id": "t", "text": "x"}}])",
          R"([{"op": "add", "path": "/elements/1/rows/-", "value": {"id": "2", "title": "Bob"}}, {"op": "remove", "path": "/elements/1/rows/0"}])",
          R"([{"op": "move", "from": "/buttons", "path": "/elements/2/value"}])"},
         &read_patch},
        {"scenario",
         {R"({"name": "A", "user": "aswanson", "clock": "2026-03-02T15:00:00Z", "steps": [{"step": "advance", "by": "1d"}, {"step": "log_in", "user": "x"}]})",
          R"({"name": "A", "settings": {"conversation_window": "12h"}, "accounts": [{"owner": "user", "carrier": "zipwhip"}], "steps": [{"step": "open_menu", "employee": 1}]})"},
         &read_scenario}};
}

}  // namespace fuzz
