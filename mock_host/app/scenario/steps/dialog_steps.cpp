#include <functional>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "mock_host/app/scenario/dialog_text.hpp"
#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/steps/dialog_expectation.hpp"
#include "mock_host/app/scenario/transcript.hpp"

// dialog, type, choose_in_dialog, press, row_action, close_dialog

namespace mock_host {

using nlohmann::json;

namespace {

/// The item with this value under a key; what people see names it. Throws NotAsStated with all dialogs.
const json& seen_as(Stage& stage, const json& list, const char* key, const std::string& value,
                    const char* what) {
    for (const json& item : list) {
        if (item.value(key, "") == value) return item;
    }
    throw NotAsStated("a " + std::string(what) + " \"" + value + "\"",
                      draw_all_dialogs(stage.host().dialogs()));
}

/// The element of the dialog with this label, or else with this id.
json field_of(Stage& stage, std::uint64_t dialog, const std::string& label_or_id) {
    const json& elements = stage.host().dialogs().view(dialog)["elements"];
    for (const char* const key : {"label", "id"}) {
        for (const json& element : elements) {
            if (element.value(key, "") == label_or_id) return element;
        }
    }
    throw NotAsStated("a field \"" + label_or_id + "\"", draw_all_dialogs(stage.host().dialogs()));
}

/// A row, and the id of the list that it stands in.
struct SeenRow {
    std::string list_id;
    json row;
};

/// The first row of this title in any of the dialog's lists. Throws NotAsStated.
SeenRow row_of(Stage& stage, std::uint64_t dialog, const std::string& title) {
    const Dialogs& dialogs = stage.host().dialogs();
    for (const json& element : dialogs.view(dialog)["elements"]) {
        if (element["kind"] != "rows") continue;
        for (const json& row : element["rows"]) {
            if (row["title"] == title) return {element["id"], row};
        }
    }
    throw NotAsStated("a row \"" + title + "\"", draw_all_dialogs(dialogs));
}

/// Does what a person does in the dialog on top, as soon as that is there and allows it. `deed` finds what it
/// needs in the dialog and then does one thing, so that nothing is done twice.
void do_in_dialog(Stage& stage, const std::function<void(Dialogs&, std::uint64_t)>& deed) {
    stage.expect([&] {
        const std::uint64_t id = stage.top_dialog();
        Dialogs& dialogs = stage.host().dialogs();
        try {
            deed(dialogs, id);
        } catch (const std::invalid_argument& e) {
            throw NotAsStated(std::string("the dialog allows that, but: ") + e.what(),
                              draw_all_dialogs(dialogs));
        }
    });
}

void expect_no_dialog(Stage& stage) {
    stage.expect([&] {
        if (stage.host().dialogs().ids().empty()) return;
        throw NotAsStated("no open dialog", draw_all_dialogs(stage.host().dialogs()));
    });
}

Step dialog(const json& value, const std::string& where) {
    if (value == "none") return {"No dialog is open", expect_no_dialog, {}};
    ObjectReader reader(value, where);
    const DialogExpectation expected(reader);
    reader.finish();
    return {"Looks at the dialog" + (expected.name().empty() ? "" : " " + expected.name()),
            [expected](Stage& stage) {
                stage.expect([&] { expected.check(stage.host().dialogs(), stage.top_dialog()); });
                stage.transcript().seen(draw_dialog(stage.host().dialogs(), stage.top_dialog()));
            },
            {}};
}

Step type(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string into = reader.text_or("into", "Message");
    const std::string text = reader.text("text");
    reader.finish();
    return {"Types into \"" + into + "\": " + text,
            [into, text](Stage& stage) {
                do_in_dialog(stage, [&](Dialogs& dialogs, std::uint64_t id) {
                    dialogs.type(id, field_of(stage, id, into)["id"], text);
                });
            },
            {}};
}

Step choose_in_dialog(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string field = reader.text("field");
    const char* const by = reader.has("value") ? "value" : "label";
    const std::string wanted = reader.text(by);
    reader.finish();
    return {"Chooses \"" + wanted + "\" at \"" + field + "\"",
            [field, by, wanted](Stage& stage) {
                do_in_dialog(stage, [&](Dialogs& dialogs, std::uint64_t id) {
                    const json element = field_of(stage, id, field);
                    const json choices = element.value("choices", json::array());
                    const std::string chosen = seen_as(stage, choices, by, wanted, "choice")["value"];
                    dialogs.choose(id, element["id"], chosen);
                });
            },
            {}};
}

Step press(const json& value, const std::string& where) {
    if (!value.is_string())
        throw ScenarioError(where + ": the label of a button is expected, such as \"Send\".");
    const auto label = value.get<std::string>();
    return {"Presses [" + label + "]",
            [label](Stage& stage) {
                do_in_dialog(stage, [&](Dialogs& dialogs, std::uint64_t id) {
                    const std::string button =
                        seen_as(stage, dialogs.view(id)["buttons"], "label", label, "button")["id"];
                    dialogs.press(id, button);
                });
            },
            {}};
}

Step row_action(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string row_title = reader.text("row");
    const std::string action_label = reader.text("action");
    reader.finish();
    return {"Chooses \"" + action_label + "\" of the row \"" + row_title + "\"",
            [row_title, action_label](Stage& stage) {
                do_in_dialog(stage, [&](Dialogs& dialogs, std::uint64_t id) {
                    const auto [list_id, row] = row_of(stage, id, row_title);
                    const json actions = row.value("actions", json::array());
                    const std::string action = seen_as(stage, actions, "label", action_label, "action")["id"];
                    dialogs.choose_row_action(id, list_id, row["id"], action);
                });
            },
            {}};
}

Step close_dialog(const json& value, const std::string& where) {
    ObjectReader(value, where).finish();
    return {"Closes the dialog",
            [](Stage& stage) {
                do_in_dialog(stage, [](Dialogs& dialogs, std::uint64_t id) { dialogs.close_by_person(id); });
            },
            {}};
}

}  // namespace

StepFamily dialog_steps() {
    return {{"dialog", dialog},
            {"type", type},
            {"choose_in_dialog", choose_in_dialog},
            {"press", press},
            {"row_action", row_action},
            {"close_dialog", close_dialog}};
}

}  // namespace mock_host
