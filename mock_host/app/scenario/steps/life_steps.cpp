#include <nlohmann/json.hpp>
#include <thread>

#include "carrier/carrier_control.hpp"
#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/loader/worker_call.hpp"

// advance, carrier_clock, flush, restart_plugin, set_clock

namespace mock_host {

using nlohmann::json;

namespace {

std::int64_t read_duration(ObjectReader& reader, const std::string& key) {
    const auto milliseconds = milliseconds_from_duration(reader.text(key));
    if (!milliseconds || *milliseconds == 0) {
        reader.refuse("\"" + key + "\" is not a duration such as 90s, 24h or 2h30m");
    }
    return *milliseconds;
}

void move_clocks(Stage& stage, std::int64_t milliseconds) {
    VirtualClock& clock = *stage.host().virtual_clock();
    // The carrier first: what the plug-in then sends or asks for must not be dated before it.
    stage.carrier().set_clock(iso_seconds_from_milliseconds(clock.right_ms() + milliseconds));
    clock.advance(milliseconds);
    stage.settle();
}

void wait_in_real_time(Stage& stage, std::int64_t milliseconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    while (std::chrono::steady_clock::now() < end)
        run_tasks_for(stage.host(), std::chrono::milliseconds(50));
}

/// How far a clock is ahead (behind: less than 0).
std::int64_t read_ahead(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::int64_t ahead_ms = reader.has("ahead") ? read_duration(reader, "ahead") : 0;
    const std::int64_t behind_ms = reader.has("behind") ? read_duration(reader, "behind") : 0;
    reader.finish();
    if (ahead_ms > 0 && behind_ms > 0) reader.refuse("say \"ahead\" or \"behind\"");
    return ahead_ms - behind_ms;
}

std::string clock_title(const std::string& whose, const json& value) {
    return value.empty() ? whose + " clock is right again" : whose + " clock is wrong: " + value.dump();
}

Step carrier_clock(const json& value, const std::string& where) {
    const std::int64_t ahead_ms = read_ahead(value, where);
    return {clock_title("The carrier's", value),
            [ahead_ms](Stage& stage) { stage.carrier().set_clock_ahead(ahead_ms); },
            {}};
}

Step set_clock(const json& value, const std::string& where) {
    const std::int64_t ahead_ms = read_ahead(value, where);
    return {
        clock_title("The host's", value),
        [ahead_ms](Stage& stage) {
            stage.settle();
            stage.host().virtual_clock()->set_ahead(ahead_ms);
            stage.settle();
            stage.transcript().seen("It shows " + iso_seconds_from_milliseconds(stage.host().now_ms()) + ".");
        },
        {},
        "It sets the host's clock, which is the system's."};
}

Step advance(const json& value, const std::string& where) {
    const json source = value.is_string() ? json{{"by", value}} : value;
    ObjectReader reader(source, where);
    const std::int64_t by_ms = read_duration(reader, "by");
    const std::int64_t step_ms = reader.has("step") ? read_duration(reader, "step") : by_ms;
    const std::string words = "Time passes: " + reader.text("by");
    reader.finish();
    const bool is_long = std::chrono::milliseconds(by_ms) > Stage::guard;
    return {
        words,
        [by_ms, step_ms](Stage& stage) {
            if (stage.is_real_time()) return wait_in_real_time(stage, by_ms);
            stage.settle();
            for (std::int64_t left_ms = by_ms; left_ms > 0; left_ms -= step_ms)
                move_clocks(stage, std::min(left_ms, step_ms));
            stage.transcript().seen("It is " + iso_seconds_from_milliseconds(stage.host().now_ms()) + ".");
        },
        {},
        is_long ? "It waits for at most a minute." : ""};
}

Step flush(const json& value, const std::string& where) {
    ObjectReader(value, where).finish();
    return {"Has all open conversations logged",
            [](Stage& stage) {
                const PluginCalls plugin = stage.plugin();
                stage.on_worker([plugin] { plugin.flush(); });
            },
            {}};
}

Step restart_plugin(const json& value, const std::string& where) {
    ObjectReader(value, where).finish();
    return {"Ends the plug-in, unloads it, loads it and starts it again",
            [](Stage& stage) { stage.restart_plugin(); },
            {}};
}

}  // namespace

StepFamily life_steps() {
    return {{"advance", advance},
            {"carrier_clock", carrier_clock},
            {"flush", flush},
            {"restart_plugin", restart_plugin},
            {"set_clock", set_clock}};
}

}  // namespace mock_host
