#include "core/cancellation.hpp"

#include <utility>

namespace send_text {

void Cancellation::cancel() noexcept {
    const MutexLock lock(mutex_);
    if (is_cancelled_.exchange(true)) return;
    for (const Listener* listener : listeners_)
        listener->interrupt_();
}

Cancellation::Listener::Listener(const Cancellation& cancellation, std::function<void()> interrupt)
    : cancellation_(cancellation), interrupt_(std::move(interrupt)) {
    const MutexLock lock(cancellation_.mutex_);
    cancellation_.listeners_.insert(this);
    if (cancellation_.is_cancelled_) interrupt_();
}

Cancellation::Listener::~Listener() {
    const MutexLock lock(cancellation_.mutex_);
    cancellation_.listeners_.erase(this);
}

}  // namespace send_text
