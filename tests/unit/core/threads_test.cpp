#include <future>
#include <stdexcept>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "core/periodic_worker.hpp"
#include "core/system_clock.hpp"
#include "core/task_queue.hpp"
#include "unit/support/recording_log.hpp"
#include "unit/support/times.hpp"

using namespace send_text;
using testing::RecordingLog;
using namespace std::chrono_literals;

TEST_CASE("a task queue does its tasks in order, on a thread of its own") {
    SystemClock clock;
    RecordingLog log;
    TaskQueue queue(clock, log);
    std::vector<int> done;
    std::thread::id ran_on;
    queue.post([&] { done.push_back(1); });
    queue.start();
    queue.post([&] { done.push_back(2); });
    queue.post([&] { ran_on = std::this_thread::get_id(); });
    queue.stop();
    CHECK(done == std::vector{1, 2});
    CHECK(ran_on != std::this_thread::get_id());
}

TEST_CASE("a task queue that stops does what was posted, and takes no more") {
    SystemClock clock;
    RecordingLog log;
    TaskQueue queue(clock, log);
    std::promise<void> hold;
    bool was_stopping = false;
    int done = 0;
    queue.start();
    queue.post([&] { hold.get_future().wait(); });
    for (int task = 0; task < 100; ++task)
        queue.post([&] { ++done; });
    queue.post([&] { was_stopping = queue.is_stopping(); });
    std::thread stopper([&] { queue.stop(); });
    while (!queue.is_stopping())
        std::this_thread::yield();
    CHECK_FALSE(queue.post([&] { done = -1; }));
    hold.set_value();
    stopper.join();
    CHECK(done == 100);
    CHECK(was_stopping);
}

TEST_CASE("a task that throws is logged, and the next is done") {
    SystemClock clock;
    RecordingLog log;
    bool done = false;
    TaskQueue queue(clock, log);
    queue.start();
    queue.post([] { throw std::runtime_error("The printer is on fire."); });
    queue.post([&] { done = true; });
    queue.stop();
    CHECK(done);
    CHECK(log.mentions("The printer is on fire."));
}

TEST_CASE("a periodic worker steps at its start, and again when it is woken") {
    SystemClock clock;
    RecordingLog log;
    std::promise<void> first;
    std::promise<void> second;
    int steps = 0;
    PeriodicWorker worker("Worker", clock, log, [&] {
        if (++steps == 1) first.set_value();
        if (steps == 2) second.set_value();
        return no_deadline;
    });
    worker.start();
    first.get_future().wait();
    worker.wake();
    second.get_future().wait();
    worker.stop();
    CHECK(steps == 2);
}

TEST_CASE("a periodic worker survives a step that throws, and says so under its name") {
    SystemClock clock;
    RecordingLog log;
    std::promise<void> second;
    int steps = 0;
    PeriodicWorker worker("Delivery", clock, log, [&]() -> TimePoint {
        if (++steps == 1) throw std::runtime_error("The disk is full.");
        second.set_value();
        return no_deadline;
    });
    worker.start();
    worker.wake();
    second.get_future().wait();
    worker.stop();
    CHECK(log.mentions("Delivery: The disk is full."));
}

TEST_CASE("a wake before the wait is not lost") {
    SystemClock clock;
    const auto waiter = clock.make_waiter();
    waiter->wake();
    waiter->wait_until(no_deadline);
    waiter->wait_until(clock.now() - 1ms);
}
