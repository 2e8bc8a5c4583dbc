#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "carrier/carrier_control.hpp"
#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"

// webhooks

namespace mock_host {

using nlohmann::json;

namespace {

/// The carrier calls when it comes to it, on no clock: so it is waited for. The last part of an address,
/// which may be a key, is not told.
Step webhooks(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string carrier = reader.text("carrier");
    const auto taken = reader.integer("taken");
    if (!taken) reader.refuse("\"taken\" is missing");
    reader.finish();
    const auto play = [part = "/" + carrier + "/", wanted = *taken](Stage& stage) {
        const auto end = std::chrono::steady_clock::now() + Stage::guard;
        while (true) {
            const json calls = stage.carrier().callbacks();
            const auto count = std::count_if(calls.begin(), calls.end(), [&part](const json& call) {
                const int status = call.at("status").get<int>();
                const bool is_there = call.at("url").get<std::string>().find(part) != std::string::npos;
                return is_there && status >= 200 && status < 300;
            });
            stage.settle();
            if (count >= wanted) return;
            if (std::chrono::steady_clock::now() >= end)
                throw NotAsStated(std::to_string(wanted) + " webhooks accepted", calls.dump(1) + "\n");
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    };
    return {"Waits until " + std::to_string(*taken) + " webhooks of " + carrier + " were accepted", play, {}};
}

}  // namespace

StepFamily webhook_steps() {
    return {{"webhooks", webhooks}};
}

}  // namespace mock_host
