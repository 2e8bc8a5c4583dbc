#include "webhooks/call_workers.hpp"

#include <exception>
#include <utility>

namespace send_text {
namespace {

constexpr int thread_count = 4;

}  // namespace

CallWorkers::CallWorkers(std::function<void(Connection&)> answer) : answer_(std::move(answer)) {
    try {
        for (int count = 0; count < thread_count; ++count)
            threads_.emplace_back([this] { run(); });
    } catch (...) {  // the system gives no more threads
        stop();
        throw;
    }
}

CallWorkers::~CallWorkers() {
    stop();
}

void CallWorkers::add(Connection& connection) {
    {
        const MutexLock lock(mutex_);
        waiting_.push_back(&connection);
    }
    changed_.notify_one();
}

std::vector<Connection*> CallWorkers::finished() {
    const MutexLock lock(mutex_);
    return std::exchange(finished_, {});
}

void CallWorkers::stop() {
    {
        const MutexLock lock(mutex_);
        stopping_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void CallWorkers::run() {
    MutexLock lock(mutex_);
    for (;;) {
        changed_.wait(lock.native(), [this]() REQUIRES(mutex_) { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        Connection* const connection = waiting_.front();
        waiting_.pop_front();
        lock.unlock();
        try {
            answer_(*connection);
        } catch (const std::exception&) {  // who called sees the connection end
        }
        lock.lock();
        finished_.push_back(connection);
    }
}

}  // namespace send_text
