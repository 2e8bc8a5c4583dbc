#include "host/bystanders.hpp"

#include <execinfo.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <string_view>

#include "runner/call_board.hpp"

namespace validator {
namespace {

/// No call that answers at once takes this long, even on a busy machine.
constexpr std::chrono::seconds long_enough(8);
constexpr std::size_t max_places = 400;

thread_local bool is_within = false;

/// The place in the plug-in that this call of the host comes from, with its call stack.
std::size_t call_path() {
    std::array<void*, 24> frames{};
    const int depth = ::backtrace(frames.data(), static_cast<int>(frames.size()));
    return std::hash<std::string_view>()(
        {reinterpret_cast<const char*>(frames.data()), static_cast<std::size_t>(depth) * sizeof(void*)});
}

}  // namespace

/// One call by a bystander.
class Bystanders::Attempt {
  public:
    Attempt(const LivePlugin& plugin, Call call) : plugin_(plugin), call_(std::move(call)) {}

    void make() {
        set(State::begun);
        make_here(plugin_, call_);
        set(State::ended);
    }

    /// Whether it has ended, or does soon.
    bool has_come_back() {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, long_enough, [&] { return state_ == State::ended; });
    }
    bool has_begun() {
        const std::lock_guard lock(mutex_);
        return state_ != State::waiting;
    }
    bool has_ended() {
        const std::lock_guard lock(mutex_);
        return state_ == State::ended;
    }

  private:
    enum class State { waiting, begun, ended };

    void set(State state) {
        const std::lock_guard lock(mutex_);
        state_ = state;
        changed_.notify_all();
    }

    const LivePlugin& plugin_;
    Call call_;
    std::mutex mutex_;
    std::condition_variable changed_;
    State state_ = State::waiting;
};

Bystanders::Bystanders(const LivePlugin& plugin, const CheckRun& run)
    : plugin_(plugin), run_(run), calls_(every_call(plugin)) {
    call_path();  // loads what it needs the first time
    plugin.host().set_on_call([this](const std::string& function) { call_within(function); });
}

void Bystanders::stop() {
    is_stopped_ = true;
    plugin_.host().set_on_call({});
    plugin_.host().tasks.run_until(
        [&] {
            const std::unique_lock nobody_is_within(one_at_a_time_, std::try_to_lock);
            return nobody_is_within && std::all_of(attempts_.begin(), attempts_.end(),
                                                   [](const auto& attempt) { return attempt->has_ended(); });
        },
        std::chrono::hours(24));
    for (std::thread& thread : threads_)
        thread.join();
    threads_.clear();
}

void Bystanders::call_within(const std::string& function) {
    if (is_within || is_stopped_) return;
    std::unique_lock turn(one_at_a_time_, std::defer_lock);
    if (!blocked().empty() || !begins(function, turn)) return;
    is_within = true;
    const bool is_main = plugin_.host().is_main_thread();
    for (const Call& call : calls_) {
        // A function for workers may be slow, but must not wait for the main thread.
        const bool may_wait = is_main ? call.where == CalledOn::main_thread : call.where == CalledOn::worker;
        if (may_wait) continue;
        run_.step(call.name + " while the plug-in is in " + function);
        const std::string waiting = who_waits(call);
        if (waiting.empty()) continue;
        const std::lock_guard lock(mutex_);
        blocked_.push_back({waiting, function, is_main});
        break;
    }
    is_within = false;
}

std::string Bystanders::who_waits(const Call& call) {
    const auto attempt = attempts_.emplace_back(std::make_shared<Attempt>(plugin_, call));
    if (call.where == CalledOn::main_thread) {
        plugin_.host().tasks.post({attempt.get(), [](void* made) { static_cast<Attempt*>(made)->make(); }});
        if (attempt->has_come_back()) return {};
        return attempt->has_begun() ? call.name : CallBoard::main_call();
    }
    std::thread bystander([attempt] {
        is_within = true;  // what the plug-in calls in turn is not checked
        attempt->make();
    });
    if (attempt->has_come_back()) {
        bystander.join();
        return {};
    }
    threads_.push_back(std::move(bystander));
    return call.name;
}

bool Bystanders::begins(const std::string& function, std::unique_lock<std::mutex>& turn) {
    const std::pair place(function, call_path());
    const std::lock_guard lock(mutex_);
    if (places_.size() >= max_places || places_.contains(place)) return false;
    if (!turn.try_lock()) {
        ++left_;
        return false;
    }
    places_.insert(place);
    return true;
}

std::vector<Bystanders::Blocked> Bystanders::blocked() const {
    const std::lock_guard lock(mutex_);
    return blocked_;
}

std::size_t Bystanders::places() const {
    const std::lock_guard lock(mutex_);
    return places_.size();
}

}  // namespace validator
