#include "core/periodic_worker.hpp"

#include <exception>
#include <utility>

#include "core/cancellation.hpp"

namespace send_text {
namespace {

constexpr std::chrono::seconds retry_after_exception{30};

}  // namespace

PeriodicWorker::PeriodicWorker(std::string name, Clock& clock, Log& log, std::function<TimePoint()> step)
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
        TimePoint deadline;
        try {
            deadline = step_();
        } catch (const Cancelled&) {
            deadline = no_deadline;  // until it is stopped
        } catch (const std::exception& error) {
            log_.error(name_ + ": " + error.what() + " Trying again in 30 seconds.");
            deadline = clock_.now() + retry_after_exception;
        }
        if (!stopping_) waiter_->wait_until(deadline);
    }
}

}  // namespace send_text
