#include "core/periodic_worker.hpp"

#include <exception>
#include <utility>

#include "core/cancellation.hpp"

namespace send_text {
namespace {

constexpr std::int64_t retry_after_exception_ms = 30'000;

}  // namespace

PeriodicWorker::PeriodicWorker(std::string name, Clock& clock, Log& log, std::function<std::int64_t()> step)
    : name_(std::move(name)),
      clock_(clock),
      log_(log),
      step_(std::move(step)),
      waiter_(clock.make_waiter()) {}

PeriodicWorker::~PeriodicWorker() {
    stop();
}

void PeriodicWorker::start() {
    thread_ = std::thread([this] { run(); });
}

void PeriodicWorker::wake() {
    waiter_->wake();
}

void PeriodicWorker::stop() {
    stopping_ = true;
    waiter_->wake();
    if (thread_.joinable()) thread_.join();
}

void PeriodicWorker::run() {
    while (!stopping_) {
        std::int64_t deadline_ms = 0;
        try {
            deadline_ms = step_();
        } catch (const Cancelled&) {
            deadline_ms = no_deadline_ms;  // until it is stopped
        } catch (const std::exception& error) {
            log_.error(name_ + ": " + error.what() + " Trying again in 30 seconds.");
            deadline_ms = clock_.now_ms() + retry_after_exception_ms;
        }
        if (!stopping_) waiter_->wait_until(deadline_ms);
    }
}

}  // namespace send_text
