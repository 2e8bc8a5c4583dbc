#include "mock_host/app/scenario/player.hpp"

#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "mock_host/app/carrier_settings.hpp"
#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/scenario.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "mock_host/staffing/errors.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

/// The simulator stands for every carrier. Where the time is the real one, what is stated must not depend on
/// the hour of the day, nor wait for the pace of a line.
void prepare_settings(Stage& stage, const char* carrier_url) {
    json wanted = carrier_settings(carrier_url);
    if (stage.is_real_time()) {
        wanted.update({{"texting_hours_begin", "00:00"},
                       {"texting_hours_end", "24:00"},
                       {"segments_per_minute", 6000}});
    }
    stage.expect([&] {
        try {
            const json values = known_settings(stage.plugin(), wanted);
            if (values.empty()) return;
            stage.on_worker([&] {
                const auto problems = stage.plugin().change_settings(values);
                if (!problems.empty())
                    throw NotAsStated("the settings are accepted", problems.begin()->second);
            });
        } catch (const staffing::StatusError& e) {
            // Not now: in real time it may be soon, when somebody else has closed the plug-in's store, say.
            if (e.status() != STAFFING_STATUS_UNAVAILABLE) throw;
            throw NotAsStated("the settings are accepted", e.what());
        }
    });
}

void start(const Scenario& scenario, Stage& stage, const char* carrier_url) {
    if (!scenario.user.empty()) {
        try {
            stage.host().session().log_in(scenario.user);
        } catch (const NotFound& e) {
            throw ScenarioError(e.what());
        }
    }
    if (!stage.is_real_time()) stage.carrier().set_clock(iso_seconds_from_milliseconds(scenario.clock_ms));
    stage.start_plugin();
    prepare_settings(stage, carrier_url);
}

void expect_no_misbehaviour(Stage& stage) {
    std::string words;
    for (const std::string& line : stage.host().log().misbehaviour())
        words += line + "\n";
    if (!words.empty()) throw NotAsStated("the plug-in keeps to the contract", words);
}

std::string words_of(const NotAsStated& e) {
    return "Expected: " + e.expected() + "\nSeen:\n" + indented(e.seen(), 2);
}

/// Does `work` and turns what goes wrong into words and the exit code. `what`: "step 3. Presses [Send]".
template <class Work>
int in_words(Stage& stage, const std::string& what, Work work) {
    try {
        work();
        stage.settle();
        expect_no_misbehaviour(stage);
        return 0;
    } catch (const ScenarioError& e) {
        stage.transcript().line("\nThe scenario cannot be played: " + what + ": " + e.what());
        return 2;
    } catch (const NotAsStated& e) {
        stage.transcript().failed(what, words_of(e));
    } catch (const Hang&) {
        throw;
    } catch (const std::exception& e) {
        stage.transcript().failed(what, e.what());
    }
    return 1;
}

/// Before anything is done: says the first thing that cannot be done in real time; the exit code.
int check_for_real_time(const Scenario& scenario, Stage& stage) {
    if (!stage.is_real_time()) return 0;
    if (scenario.states_clock)
        stage.transcript().line("The time is the real one, not that of the scenario's \"clock\".\n");
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const Step& step = scenario.steps[i];
        if (step.real_time_refusal.empty()) continue;
        stage.transcript().line("The scenario cannot be played in real time: step " + std::to_string(i + 1) +
                                ". " + step.title + ": " + step.real_time_refusal);
        return 2;
    }
    return 0;
}

int prepare(const Scenario& scenario, Stage& stage, const char* carrier_url) {
    stage.is_preparing = true;
    int code = in_words(stage, "Starts the plug-in", [&] { start(scenario, stage, carrier_url); });
    for (const Step& step : scenario.preparation) {
        if (code == 0) code = in_words(stage, step.title, [&] { step.play(stage); });
    }
    stage.is_preparing = false;
    return code;
}

}  // namespace

int play(const Scenario& scenario, Stage& stage, const char* carrier_url) {
    stage.transcript().scenario(scenario.name, scenario.description);
    int code = check_for_real_time(scenario, stage);
    if (code == 0) code = prepare(scenario, stage, carrier_url);
    std::size_t number = 0;
    for (const Step& step : scenario.steps) {
        if (code != 0) return code;
        ++number;
        stage.transcript().step(number, step.title, step.comment);
        code =
            in_words(stage, "step " + std::to_string(number) + ". " + step.title, [&] { step.play(stage); });
    }
    if (code == 0) code = in_words(stage, "Ends the plug-in", [&] { stage.stop_plugin(); });
    if (code == 0) stage.transcript().line("\nAll " + std::to_string(number) + " steps as stated.");
    return code;
}

}  // namespace mock_host
