#include "mock_host/loader/worker_call.hpp"

#include <atomic>
#include <exception>
#include <memory>
#include <thread>

#include "mock_host/loader/host.hpp"

namespace mock_host {

namespace {

using Clock = std::chrono::steady_clock;

struct Job {
    std::function<void()> work;
    std::exception_ptr failure;
    std::atomic<bool> is_done{false};
};

/// Runs tasks until is_done(); false when `end` came first.
template <class IsDone>
bool run_tasks_until(Host& host, Clock::time_point end, IsDone is_done) {
    while (true) {
        const std::uint64_t seen_rings = host.bell().rings();
        host.main_thread().run_pending();
        // In this order: once is_done() is true, only tasks could bring new work.
        if (is_done() && host.main_thread().is_empty()) return true;
        if (!host.main_thread().is_empty()) continue;
        if (Clock::now() >= end) return false;
        host.bell().wait_past(seen_rings, end);
    }
}

}  // namespace

void on_worker(Host& host, std::chrono::seconds guard, std::function<void()> work) {
    const auto job = std::make_shared<Job>();
    job->work = std::move(work);
    std::thread worker([job, &bell = host.bell()] {
        try {
            job->work();
        } catch (...) {
            job->failure = std::current_exception();
        }
        job->is_done = true;
        bell.ring();
    });
    if (!run_tasks_until(host, Clock::now() + guard, [&] { return job->is_done.load(); })) {
        worker.detach();
        throw Hang("A call into the plug-in did not return within " + std::to_string(guard.count()) + " s.");
    }
    worker.join();
    if (job->failure) std::rethrow_exception(job->failure);
}

void wait_until_settled(Host& host, std::chrono::seconds guard) {
    VirtualClock& clock = *host.virtual_clock();
    if (run_tasks_until(host, Clock::now() + guard, [&] { return clock.is_settled(); })) return;
    throw Hang("The plug-in was still working after " + std::to_string(guard.count()) + " s:\n" +
               clock.busy_waiters());
}

void run_tasks_for(Host& host, std::chrono::milliseconds most) {
    const std::uint64_t seen_rings = host.bell().rings();
    if (host.main_thread().run_pending() > 0) return;
    host.bell().wait_past(seen_rings, Clock::now() + most);
    host.main_thread().run_pending();
}

}  // namespace mock_host
