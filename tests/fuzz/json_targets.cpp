// What comes as JSON: of anybody, of the host, of the store.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "accounts/account_form.hpp"
#include "compose/merge_values_of.hpp"
#include "fuzz/target.hpp"
#include "gateway/json_values.hpp"
#include "settings/settings_schema.hpp"
#include "staffing_json/bounded_json.hpp"

namespace fuzz {
namespace {

using nlohmann::json;
using namespace send_text;

std::size_t depth_of(const json& value) {
    if (!value.is_structured()) return 0;
    std::size_t deepest = 0;
    for (const json& inner : value)
        deepest = std::max(deepest, depth_of(inner));
    return deepest + 1;
}

void require_bounded(const json& value) {
    if (value.is_discarded()) return;
    require(depth_of(value) <= staffing::max_json_depth, "it is nested too deep");
    require(!value.dump(-1, ' ', false, json::error_handler_t::replace).empty(), "it cannot be written");
}

void read_any(const std::string& input) {
    constexpr std::size_t max_bytes = 64 << 10;
    staffing::JsonFault fault = staffing::JsonFault::none;
    const json value = staffing::read_json(input, max_bytes, fault);
    require((fault == staffing::JsonFault::none) == !value.is_discarded(), "the fault does not tell");
    require(value.is_discarded() || input.size() <= max_bytes, "it is too large");
    require_bounded(value);
    require(json::accept(input) || value.is_discarded(), "it is no JSON");
}

void read_of_carrier(const std::string& input) {
    require_bounded(parse_json(input));
}

void read_settings(const std::string& input) {
    const json values = staffing::json_or_discarded(input);
    if (!values.is_object()) return;
    Problems problems;
    const Settings settings = with_values(Settings(), values, problems);
    if (!problems.empty()) return;
    Problems again;
    with_values(Settings(), to_json(settings), again);
    require(again.empty(), "settings that were taken are not taken from the store");
}

void read_form(const std::string& input) {
    json values = staffing::json_or_discarded(input);
    if (!values.is_object()) return;
    drop_empty_secrets(values);
    if (check_account(values, true).empty()) label_of(read_account(values).account);
    check_account(values, false);
    wipe_secrets(values);
}

void read_fields(const std::string& input) {
    Recipient recipient;
    recipient.name = "Ann Poe";
    recipient.fields.further_json = input;
    merge_values_of(recipient, {});
}

}  // namespace

std::vector<Target> json_targets() {
    const std::vector<std::string> any{R"({"a": [1, -2.5e3, true, null, "é😀\n\"\u00e9"], "b": {"c": {}}})",
                                       "[[[[[]]]]]", "7", "\"text\"",
                                       R"({"list":[{"body":"Yes","id":7},{"body":"No"}],"end":true})"};
    return {
        {"json", any, &read_any},
        {"json_of_carrier", any, &read_of_carrier},
        {"settings",
         {to_json(Settings()).dump(), R"({"conversation_window": "12h"})",
          R"({"segments_per_minute": 60, "texting_hours": "08:00-20:00"})"},
         &read_settings},
        {"account_form",
         {R"({"owner": "user", "service_rep": "1", "carrier": "zipwhip", "username": "6515550100", "password": "x"})",
          R"({"owner": "branch", "branch": "3", "carrier": "twilio", "account_sid": "AC00000000000000000000000000000001", "auth_token": "x", "sender": "+16515550100"})"},
         &read_form},
        {"merge_fields", {R"({"job": "Driver", "rate": 17.5, "night": true, "car": null})"}, &read_fields}};
}

}  // namespace fuzz
