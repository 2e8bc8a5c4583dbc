#pragma once

#include <mutex>

// Clang checks with these, at compile time, that what a mutex guards is used with it held. GCC passes over
// them. Source: https://clang.llvm.org/docs/ThreadSafetyAnalysis.html
#if defined(__clang__)
#define SEND_TEXT_THREAD_SAFETY(attribute) __attribute__((attribute))
#else
#define SEND_TEXT_THREAD_SAFETY(attribute)
#endif

/// A member: used only with this mutex held.
#define GUARDED_BY(mutex) SEND_TEXT_THREAD_SAFETY(guarded_by(mutex))
/// A function: called only with this mutex held.
#define REQUIRES(mutex) SEND_TEXT_THREAD_SAFETY(requires_capability(mutex))
/// A function: called only without this mutex held, since it takes it.
#define EXCLUDES(mutex) SEND_TEXT_THREAD_SAFETY(locks_excluded(mutex))
/// A mutex: taken after this one.
#define ACQUIRED_AFTER(mutex) SEND_TEXT_THREAD_SAFETY(acquired_after(mutex))

namespace send_text {

/// std::mutex, known to Clang's analysis.
class SEND_TEXT_THREAD_SAFETY(capability("mutex")) Mutex {
  public:
    Mutex() = default;
    Mutex(const Mutex&) = delete;
    Mutex& operator=(const Mutex&) = delete;

    void lock() SEND_TEXT_THREAD_SAFETY(acquire_capability()) { mutex_.lock(); }
    void unlock() SEND_TEXT_THREAD_SAFETY(release_capability()) { mutex_.unlock(); }

  private:
    friend class MutexLock;
    std::mutex mutex_;
};

/// Holds a Mutex while it lives. A std::condition_variable waits with native().
class SEND_TEXT_THREAD_SAFETY(scoped_lockable) MutexLock {
  public:
    explicit MutexLock(Mutex& mutex) SEND_TEXT_THREAD_SAFETY(acquire_capability(mutex))
        : lock_(mutex.mutex_) {}
    ~MutexLock() SEND_TEXT_THREAD_SAFETY(release_capability()) {}
    MutexLock(const MutexLock&) = delete;
    MutexLock& operator=(const MutexLock&) = delete;

    void lock() SEND_TEXT_THREAD_SAFETY(acquire_capability()) { lock_.lock(); }
    void unlock() SEND_TEXT_THREAD_SAFETY(release_capability()) { lock_.unlock(); }

    std::unique_lock<std::mutex>& native() { return lock_; }

  private:
    std::unique_lock<std::mutex> lock_;
};

}  // namespace send_text
