#include "mock_host/web/carrier_watch.hpp"

#include <chrono>
#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/web/event_hub.hpp"
#include "mock_host/web/running_host.hpp"

namespace mock_host {

namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds between_looks(500);
constexpr std::int64_t max_audit_entries = 10'000;  ///< that are passed over at a time

}  // namespace

/// What was there at the last look.
struct CarrierWatch::Seen {
    json carrier = json::object();
    std::int64_t last_audit_entry = 0;
    json accounts;
};

CarrierWatch::CarrierWatch(RunningHost& host, Log log)
    : host_(host), log_(std::move(log)), thread_([this] { work(); }) {}

CarrierWatch::~CarrierWatch() {
    thread_.join();
}

void CarrierWatch::set_clock(std::int64_t right_ms) {
    const std::lock_guard lock(mutex_);
    if (right_ms <= carrier_ms_) return;
    try {
        // In whole seconds, rounded up: what the carrier does now is not dated before what led to it.
        host_.carrier().set_clock(iso_seconds_from_milliseconds(right_ms + 999));
        carrier_ms_ = right_ms;
        is_out_of_reach_ = false;
    } catch (const std::exception& e) {
        if (!is_out_of_reach_)
            log_("The carrier's clock could not be set to the host's time: " + std::string(e.what()));
        is_out_of_reach_ = true;
    }
}

void CarrierWatch::work() {
    Seen seen;
    for (std::uint64_t round = 0; !host_.events().wait_for_end(between_looks); ++round) {
        if (round % 2 == 0) set_clock(host_.right_ms());
        if (!host_.events().has_listeners()) continue;
        look_at_carrier(seen);
        look_at_plugin(seen);
    }
}

void CarrierWatch::look_at_carrier(Seen& seen) {
    try {
        json now = host_.carrier().changes();
        if (now == seen.carrier) return;
        if (now.value("handsets", 0) != seen.carrier.value("handsets", 0)) host_.changed("handsets");
        host_.changed("carrier");
        seen.carrier = std::move(now);
    } catch (const std::exception&) {
        // set_clock tells it.
    }
}

void CarrierWatch::look_at_plugin(Seen& seen) {
    try {
        host_.with_plugin_as_administrator([&](Host&, const PluginCalls& plugin) {
            const auto part =
                plugin.read_audit(STAFFING_AUDIT_FORMAT_JSON_LINES, seen.last_audit_entry, max_audit_entries);
            if (part.last_id > seen.last_audit_entry) {
                seen.last_audit_entry = part.last_id;
                host_.changed("audit");
            }
            json accounts = plugin.accounts();
            if (accounts == seen.accounts) return;
            seen.accounts = std::move(accounts);
            host_.changed("accounts");
        });
    } catch (const NoPlugin&) {
        seen.last_audit_entry = 0;
        seen.accounts = nullptr;
    } catch (const std::exception&) {
        // It has no audit trail, or cannot read it now: then there is no news of it.
    }
}

}  // namespace mock_host
