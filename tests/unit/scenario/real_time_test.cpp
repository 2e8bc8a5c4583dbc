#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "scenario/played_scenario.hpp"

// What people do in dialogs when nobody knows whether the plug-in has got there yet.

using namespace mock_host;
using nlohmann::json;

namespace {

const json view = json::parse(R"({"name": "late", "title": "Late", "elements": [
    {"kind": "rows", "id": "people", "label": "People", "rows": [
        {"id": "ann", "title": "Ann", "actions": [{"id": "remove", "label": "Remove"}]}]},
    {"kind": "text_area", "id": "words", "label": "Message"},
    {"kind": "choice", "id": "line", "label": "From", "value": "own",
     "choices": [{"value": "own", "label": "My line"}, {"value": "branch", "label": "The branch's line"}]}],
    "buttons": [{"id": "send", "label": "Send"}]})");

/// A host with the system's time, and somebody else's dialogs in it: the plug-in is not started.
struct RealTime {
    RealTime() {
        auto library = std::make_unique<PluginLibrary>(FIXTURE_PLUGIN);
        HostOptions options;
        options.data_folder = folder.path();
        options.plugin_id = library->plugin_id();
        host.emplace(*database, options);
        stage.emplace(*database, *host, std::move(library), carrier, transcript);
        host->main_thread().open();
        host->dialogs().set_event_sink([this](std::uint64_t, const json& event) { events.push_back(event); });
    }

    /// Does something after so many tasks of the main thread, each of which posts the next.
    void later(int tasks, std::function<void()> what) {
        struct Task {
            RealTime& self;
            int left;
            std::function<void()> what;
            static void STAFFING_CALL run(void* context) noexcept {
                const std::unique_ptr<Task> task(static_cast<Task*>(context));
                if (task->left == 0) return task->what();
                task->self.later(task->left - 1, std::move(task->what));
            }
        };
        host->main_thread().post({new Task{*this, tasks, std::move(what)}, &Task::run});
    }

    void change(std::uint64_t dialog, const char* patch) { host->dialogs().update(dialog, patch); }
    std::uint64_t open(const json& what) { return host->dialogs().open(what.dump()); }

    /// Plays one step and returns the events of the dialog.
    std::vector<json> play(const char* step) {
        events.clear();
        read_scenario({{"name", "A test"}, {"steps", {json::parse(step)}}}).steps.at(0).play(*stage);
        return events;
    }

    const TemporaryFolder folder;
    std::unique_ptr<StaffingDatabase> database = StaffingDatabase::in_memory();
    CarrierServer server;
    CarrierControl carrier{server.base_url()};
    std::ostringstream out;
    Transcript transcript{out};
    std::optional<Host> host;
    std::optional<Stage> stage;
    std::vector<json> events;
};

}  // namespace

TEST_CASE("in real time a button is pressed once, when it is enabled") {
    RealTime real_time;
    json disabled = view;
    disabled["buttons"][0]["enabled"] = false;
    const std::uint64_t id = real_time.open(disabled);
    real_time.later(3, [&] {
        real_time.change(id, R"([{"op": "replace", "path": "/buttons/0/enabled", "value": true}])");
    });
    const auto events = real_time.play(R"({"press": "Send"})");
    REQUIRE(events.size() == 1);
    CHECK(events[0]["button"] == "send");
}

TEST_CASE("in real time everything that people do in a dialog waits until the dialog is there") {
    const auto event_of = [](const char* step) {
        RealTime real_time;
        real_time.later(3, [&] { real_time.open(view); });
        const auto events = real_time.play(step);
        REQUIRE(events.size() == 1);
        return events[0];
    };
    CHECK(event_of(R"({"press": "Send"})")["button"] == "send");
    CHECK(event_of(R"({"type": {"text": "Hello"}})")["value"] == "Hello");
    CHECK(event_of(R"({"choose_in_dialog": {"field": "From", "label": "The branch's line"}})")["value"] ==
          "branch");
    CHECK(event_of(R"({"row_action": {"row": "Ann", "action": "Remove"}})")["action"] == "remove");
    CHECK(event_of(R"({"close_dialog": {}})")["event"] == "closed");
}

TEST_CASE("in real time what a dialog has only later is waited for") {
    const auto event_of = [](const char* step, const char* missing, const char* patch) {
        RealTime real_time;
        const std::uint64_t id = real_time.open(view.patch(json::parse(missing)));
        real_time.later(3, [&, id] { real_time.change(id, patch); });
        const auto events = real_time.play(step);
        REQUIRE(events.size() == 1);
        return events[0];
    };
    CHECK(event_of(R"({"row_action": {"row": "Ann", "action": "Remove"}})",
                   R"([{"op": "replace", "path": "/elements/0/rows", "value": []}])",
                   R"([{"op": "replace", "path": "/elements/0/rows", "value": [
                       {"id": "ann", "title": "Ann", "actions": [{"id": "remove", "label": "Remove"}]}]}])")
              ["row"] == "ann");
    CHECK(event_of(R"({"choose_in_dialog": {"field": "From", "value": "branch"}})",
                   R"([{"op": "remove", "path": "/elements/2/choices/1"}])",
                   R"([{"op": "add", "path": "/elements/2/choices/-",
                        "value": {"value": "branch", "label": "The branch's line"}}])")["value"] == "branch");
    CHECK(event_of(R"({"type": {"into": "Subject", "text": "Hello"}})", "[]",
                   R"([{"op": "replace", "path": "/elements/1/label", "value": "Subject"}])")["value"] ==
          "Hello");
    CHECK(event_of(R"({"press": "Send 2 texts"})", "[]",
                   R"([{"op": "replace", "path": "/buttons/0/label", "value": "Send 2 texts"}])")["button"] ==
          "send");
}

TEST_CASE("in real time a scenario that would wait for more than a minute is refused before it begins") {
    RealTime real_time;
    const auto code = [&](const char* steps, const json& more = json::object()) {
        json source{{"name", "A test"}, {"steps", json::parse(steps)}};
        source.update(more);
        real_time.out.str("");
        return play(read_scenario(source), *real_time.stage, "http://127.0.0.1:1");
    };
    CHECK(code(R"([{"reply": {"from": "(651) 428-7716", "text": "Hi"}}, {"advance": "61s"}])") == 2);
    CHECK(real_time.out.str().find(
              "cannot be played in real time: step 2. Time passes: 61s: It waits for at most "
              "a minute.") != std::string::npos);
    CHECK(code(R"([{"advance": {"by": "24h", "step": "1s"}}])", {{"clock", "2026-03-02T18:00:00Z"}}) == 2);
    CHECK(real_time.out.str().find("not that of the scenario's \"clock\"") != std::string::npos);
}
