#pragma once

#include <memory>

#include "core/mutex.hpp"
#include "model/settings.hpp"

namespace send_text {

/// The settings in force. A change is seen by the next one who asks.
/// Threads: any; guarded by mutex_.
class CurrentSettings {
  public:
    explicit CurrentSettings(Settings settings = {})
        : settings_(std::make_shared<const Settings>(std::move(settings))) {}

    std::shared_ptr<const Settings> get() const {
        const MutexLock lock(mutex_);
        return settings_;
    }

    void set(Settings settings) {
        auto changed = std::make_shared<const Settings>(std::move(settings));
        const MutexLock lock(mutex_);
        settings_ = std::move(changed);
    }

  private:
    mutable Mutex mutex_;
    std::shared_ptr<const Settings> settings_ GUARDED_BY(mutex_);
};

}  // namespace send_text
