#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/staffing/staffing_database.hpp"

// set_method, delete_record, merge_records, set_action_code: what people change in the host's data

namespace mock_host {

using nlohmann::json;

namespace {

Step set_method(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const RecordKey record = Stage::record(reader.text("record"));
    const std::string type = reader.text("type");
    const std::string number = reader.text("value");
    reader.finish();
    return {"The " + type + " of " + describe(record) + " becomes " + number,
            [record, type, number](Stage& stage) {
                Records& records = stage.database().records();
                const auto person = records.find(record);
                if (!person) throw ScenarioError("there is no " + describe(record) + ".");
                for (const ContactMethod& method : person->methods) {
                    if (method.type == type) return records.update_method(record, method.id, number);
                }
                records.add_method(record, type, number);
            },
            {}};
}

Step delete_record(const json& value, const std::string& where) {
    if (!value.is_string()) throw ScenarioError(where + ": a record is expected, such as \"employee:5814\".");
    const RecordKey record = Stage::record(value.get<std::string>());
    return {"Deletes " + describe(record),
            [record](Stage& stage) {
                stage.database().records().remove(record);
                const PluginCalls plugin = stage.plugin();
                if (plugin.logs_messages()) stage.on_worker([=] { plugin.record_deleted(record); });
            },
            {}};
}

Step merge_records(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const RecordKey loser = Stage::record(reader.text("loser"));
    const RecordKey survivor = Stage::record(reader.text("survivor"));
    reader.finish();
    return {"Merges " + describe(loser) + " into " + describe(survivor),
            [loser, survivor](Stage& stage) {
                stage.database().records().merge(survivor, loser);
                const PluginCalls plugin = stage.plugin();
                if (plugin.logs_messages()) stage.on_worker([=] { plugin.record_merged(loser, survivor); });
            },
            {}};
}

Step set_action_code(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string code = reader.text("code");
    const auto active = reader.boolean("active");
    if (!active) reader.refuse("\"active\" is missing");
    reader.finish();
    return {"The action code " + code + " becomes " + (*active ? "active" : "inactive"),
            [code, active](Stage& stage) { stage.database().action_codes().set_active(code, *active); },
            {}};
}

}  // namespace

StepFamily data_steps() {
    return {{"set_method", set_method},
            {"delete_record", delete_record},
            {"merge_records", merge_records},
            {"set_action_code", set_action_code}};
}

}  // namespace mock_host
