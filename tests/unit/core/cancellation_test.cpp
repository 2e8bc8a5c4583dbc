#include <future>
#include <optional>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "core/cancellation.hpp"
#include "core/periodic_worker.hpp"
#include "core/system_clock.hpp"
#include "core/task_queue.hpp"
#include "core/time.hpp"
#include "unit/support/recording_log.hpp"

using namespace send_text;
using testing::RecordingLog;

TEST_CASE("a cancellation interrupts each that listens, once") {
    Cancellation cancellation;
    int first = 0;
    int second = 0;
    int gone = 0;
    const Cancellation::Listener one(cancellation, [&] { ++first; });
    const Cancellation::Listener two(cancellation, [&] { ++second; });
    std::optional<Cancellation::Listener> three(std::in_place, cancellation, [&] { ++gone; });
    three.reset();
    CHECK_FALSE(cancellation.is_cancelled());
    cancellation.cancel();
    cancellation.cancel();
    CHECK(cancellation.is_cancelled());
    CHECK(first == 1);
    CHECK(second == 1);
    CHECK(gone == 0);
}

TEST_CASE("whoever listens after a cancellation is interrupted at once") {
    Cancellation cancellation;
    cancellation.cancel();
    int interrupted = 0;
    const Cancellation::Listener late(cancellation, [&] { ++interrupted; });
    CHECK(interrupted == 1);
}

TEST_CASE("a listener that is gone is not in the middle of an interruption") {
    Cancellation cancellation;
    std::promise<void> begun;
    std::promise<void> go_on;
    bool is_over = false;
    std::optional<Cancellation::Listener> listener(std::in_place, cancellation, [&] {
        begun.set_value();
        go_on.get_future().wait();
        is_over = true;
    });
    std::thread canceller([&] { cancellation.cancel(); });
    begun.get_future().wait();
    std::thread releaser([&] { go_on.set_value(); });
    listener.reset();
    CHECK(is_over);
    canceller.join();
    releaser.join();
}

TEST_CASE("one cancellation may end another") {
    Cancellation all;
    Cancellation part;
    const Cancellation::Listener ends(all, [&] { part.cancel(); });
    all.cancel();
    CHECK(part.is_cancelled());
}

TEST_CASE("what was cancelled is not logged: a task queue goes on, a worker waits until it is woken") {
    SystemClock clock;
    RecordingLog log;
    bool done = false;
    TaskQueue queue(clock, log);
    queue.start();
    queue.post([] { throw Cancelled("Send Text was ended."); });
    queue.post([&] { done = true; });
    queue.stop();
    CHECK(done);

    std::promise<void> first;
    int steps = 0;
    PeriodicWorker worker("Delivery", clock, log, [&]() -> TimePoint {
        if (++steps == 1) first.set_value();
        throw Cancelled("Send Text was ended.");
    });
    worker.start();
    first.get_future().wait();
    worker.stop();
    CHECK(steps == 1);
    CHECK(log.lines.empty());
}
