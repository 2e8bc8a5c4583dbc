#include <utility>

#include "host/every_call.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"

namespace validator {
namespace {

using std::chrono::milliseconds;

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t month_ms = 30 * 24 * hour_ms;
constexpr milliseconds a_moment(200);
constexpr milliseconds at_most(5'000);
/// Some threads check a few times whether their time has come; one that spins does so without end and reaches
/// this many.
constexpr std::uint64_t max_waits = 50;

/// Watches as long as their number grows, in many short turns: a spinning thread is slow on a busy machine,
/// and makes no progress while the machine is suspended.
std::uint64_t waits_for_the_past(ValidatorHost& host) {
    constexpr int quiet_looks = 20;
    std::uint64_t waits = 0;
    for (int quiet = 0; quiet < quiet_looks && waits <= max_waits; ++quiet) {
        host.tasks.run_until([] { return false; }, a_moment / quiet_looks);
        const std::uint64_t before = std::exchange(waits, host.waiters.max_waits_for_the_past());
        if (waits > before) quiet = 0;
    }
    return waits;
}

std::string corrected(const CheckRun& run) {
    Loaded loaded(run);
    const LivePlugin& plugin = loaded.plugin;
    ValidatorHost& host = plugin.host();
    if (!host.asked_for().contains("staffing.clock/1"))
        throw Skipped("The plug-in does not use the host's clock.");
    set_up(plugin, run);
    start_work(plugin);
    // A thread that begins to wait after the clock was set took its time from the new one.
    host.tasks.run_until([&] { return host.waiters.are_all_in_wait(); }, at_most);
    for (const auto& [ahead_ms, what] :
         {std::pair(month_ms, "a month ahead"), std::pair(std::int64_t{0}, "right again"),
          std::pair(-hour_ms, "an hour behind")}) {
        run.step(std::string("setting the clock so that it is ") + what);
        host.waiters.set_ahead(ahead_ms);
        host.tasks.run_until([] { return false; }, a_moment);  // what the plug-in does then
        host.waiters.forget_waits();
        const std::uint64_t waits = waits_for_the_past(host);
        expect(waits <= max_waits, std::string("With a clock that is ") + what + " a thread waited " +
                                       std::to_string(waits) +
                                       " times in a row for a time that was already past.");
        for (const Call& call : every_call(plugin)) {
            run.step(call.name + " with a clock that is " + what);
            make(plugin, call);
        }
    }
    run.step("deactivate after the clock was set");
    loaded.plugin.deactivate();
    return "It went on with the clock set ahead, right again, and behind.";
}

constexpr Check checks[] = {
    {"clock-corrected",
     "When the host's clock is set, waits end, and the plug-in measures elapsed time by another clock: it "
     "neither spins nor stops.",
     &corrected},
};

}  // namespace

std::span<const Check> clock_checks() {
    return checks;
}

}  // namespace validator
