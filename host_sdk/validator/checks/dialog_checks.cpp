#include <nlohmann/json.hpp>

#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/dialog_events.h"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

using nlohmann::json;

const staffing_dialog_events& events_of(const LivePlugin& plugin) {
    const auto* const events = plugin.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS);
    if (events == nullptr) throw Skipped("The plug-in has no dialog_events.");
    return *events;
}

Answer send(const LivePlugin& plugin, std::uint64_t dialog_id, const json& event) {
    const std::string text = event.dump();
    const staffing_string given = staffing::abi(text);
    return plugin.call(events_of(plugin).on_event, dialog_id, &given);
}

/// A plug-in that is set up, with a dialog open.
struct WithDialog : Loaded {
    explicit WithDialog(const CheckRun& run) : Loaded(run) {
        events_of(plugin);
        set_up(plugin, run);
        dialog_id = open_dialog(plugin);
    }
    std::uint64_t dialog_id = 0;
};

void let_it_work(const LivePlugin& plugin) {
    plugin.host().tasks.run_until_quiet(std::chrono::milliseconds(50), std::chrono::seconds(2));
}

std::string never_answered(const CheckRun& run) {
    WithDialog with(run);
    let_it_work(with.plugin);
    run.step("deactivate with an open dialog that nobody has answered");
    with.plugin.deactivate();
    run.step("activate after that");
    with.plugin.activate();
    return "A dialog stayed open until deactivate.";
}

std::string answered_twice(const CheckRun& run) {
    WithDialog with(run);
    const json view = with.plugin.host().dialogs.view(with.dialog_id);
    json values = json::object();
    for (const json& element : view["elements"]) {
        if (element["kind"] == "text_area") values[element["id"].get<std::string>()] = "Good morning";
        if (element["kind"] == "choice") values[element["id"].get<std::string>()] = element["value"];
    }
    for (const char* which : {"first", "second", "third"}) {
        for (const json& button : view["buttons"]) {
            run.step("the " + std::string(which) + " press of " + button["id"].dump());
            const Answer answer = send(with.plugin, with.dialog_id,
                                       {{"event", "pressed"}, {"button", button["id"]}, {"values", values}});
            expect(answer.status != STAFFING_STATUS_INTERNAL_ERROR,
                   "The " + std::string(which) + " press of " + button["id"].dump() +
                       " was answered with INTERNAL_ERROR: " + answer.words);
        }
    }
    let_it_work(with.plugin);
    run.step("deactivate after a dialog that was answered several times");
    with.plugin.deactivate();
    return "Each button was pressed three times.";
}

std::string answered_after_close(const CheckRun& run) {
    WithDialog with(run);
    run.step("the person closes the dialog");
    with.plugin.host().dialogs.close(with.dialog_id);
    send(with.plugin, with.dialog_id, {{"event", "closed"}});
    let_it_work(with.plugin);
    for (const json& event : {json{{"event", "closed"}},
                              json{{"event", "pressed"}, {"button", "send"}, {"values", json::object()}}}) {
        run.step("after it was closed: " + event.dump());
        const Answer answer = send(with.plugin, with.dialog_id, event);
        expect(
            answer.status == STAFFING_STATUS_NOT_FOUND,
            event.dump() + " after the dialog was closed was answered with " + name_of(answer.status) + ".");
    }
    return "Events of a closed dialog were answered with NOT_FOUND.";
}

std::string unknown_dialog(const CheckRun& run) {
    const Loaded loaded(run);
    for (const std::uint64_t id : {std::uint64_t{0}, std::uint64_t{4711}, ~std::uint64_t{0}}) {
        run.step("an event of the dialog " + std::to_string(id) + ", which does not exist");
        const Answer answer = send(loaded.plugin, id, {{"event", "closed"}});
        expect(answer.status == STAFFING_STATUS_NOT_FOUND, "An event of the dialog " + std::to_string(id) +
                                                               " was answered with " +
                                                               name_of(answer.status) + ".");
    }
    return "Events of three dialogs that do not exist were answered with NOT_FOUND.";
}

std::string unknown_event(const CheckRun& run) {
    WithDialog with(run);
    run.step("an event of a kind that does not exist");
    const Answer answer = send(with.plugin, with.dialog_id, {{"event", "danced"}, {"tune", "polka"}});
    expect(answer.status == STAFFING_STATUS_OK,
           "An event of a kind that does not exist was answered with " + name_of(answer.status) + ".");
    expect(!with.plugin.host().dialogs.view(with.dialog_id).is_null(), "It closed the dialog.");
    return "An event of a kind that does not exist was ignored.";
}

std::string odd_event(const CheckRun& run) {
    WithDialog with(run);
    const std::vector<json> odd = {
        json::object(),
        {{"event", "pressed"}, {"button", "no_such_button"}, {"values", json::object()}},
        {{"event", "pressed"}, {"button", 7}, {"values", json::array()}},
        {{"event", "pressed"}},
        {{"event", "changed"}, {"element", "no_such_element"}, {"value", "x"}},
        {{"event", "changed"}, {"element", nullptr}, {"value", json::object()}},
        {{"event", "row_action"}, {"element", "no"}, {"row", "no"}, {"action", "no"}},
        {{"event", 1}},
        {{"event", nullptr}},
    };
    for (const json& event : odd) {
        run.step("the event " + event.dump());
        const Answer answer = send(with.plugin, with.dialog_id, event);
        expect(answer.status != STAFFING_STATUS_INTERNAL_ERROR,
               "The event " + event.dump() + " was answered with INTERNAL_ERROR: " + answer.words);
    }
    return std::to_string(odd.size()) + " odd events were accepted or refused.";
}

constexpr Check checks[] = {
    {"dialog-never-answered", "A dialog that nobody answers does not keep the plug-in from ending.",
     &never_answered},
    {"dialog-answered-twice", "A button that is pressed again breaks nothing.", &answered_twice},
    {"dialog-answered-after-close",
     "An event of a closed dialog is answered with NOT_FOUND and changes nothing.", &answered_after_close},
    {"dialog-unknown-dialog",
     "An event of a dialog that the plug-in does not know is answered with NOT_FOUND.", &unknown_dialog},
    {"dialog-unknown-event",
     "An event of a kind that the plug-in does not know is answered with OK and changes nothing.",
     &unknown_event},
    {"dialog-odd-event", "An event that does not fit the dialog is accepted or refused, and breaks nothing.",
     &odd_event},
};

}  // namespace

std::span<const Check> dialog_checks() {
    return checks;
}

}  // namespace validator
