#include "mock_host/web/event_hub.hpp"

#include <utility>

namespace mock_host {

EventHub::Listener::Listener(EventHub& hub) : hub_(hub) {
    const std::lock_guard lock(hub_.mutex_);
    hub_.listeners_.insert(this);
}

EventHub::Listener::~Listener() {
    const std::lock_guard lock(hub_.mutex_);
    hub_.listeners_.erase(this);
}

std::set<std::string> EventHub::Listener::wait(std::chrono::milliseconds most) {
    std::unique_lock lock(hub_.mutex_);
    hub_.news_.wait_for(lock, most, [&] { return hub_.has_ended_ || !topics_.empty(); });
    return std::exchange(topics_, {});
}

void EventHub::changed(std::string_view topic) {
    {
        const std::lock_guard lock(mutex_);
        for (Listener* const listener : listeners_)
            listener->topics_.emplace(topic);
    }
    news_.notify_all();
}

bool EventHub::has_listeners() const {
    const std::lock_guard lock(mutex_);
    return !listeners_.empty();
}

void EventHub::end() {
    {
        const std::lock_guard lock(mutex_);
        has_ended_ = true;
    }
    news_.notify_all();
}

bool EventHub::has_ended() const {
    const std::lock_guard lock(mutex_);
    return has_ended_;
}

bool EventHub::wait_for_end(std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    return news_.wait_for(lock, most, [&] { return has_ended_; });
}

}  // namespace mock_host
