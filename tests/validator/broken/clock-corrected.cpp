// It waits for an hour by the monotonic clock, and takes its end on the other clock for given.
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "plugin/plugin.hpp"
#include "plugin/sound_plugin.hpp"
#include "staffing_cpp/guard.hpp"

namespace {

constexpr std::int64_t hour_ms = 3'600'000;

class Pause {
  public:
    explicit Pause(sound::Plugin& plugin) : plugin_(plugin), host_(plugin.host) {
        if (host_.clock == nullptr || host_.monotonic_clock == nullptr) return;
        if (host_.clock->open_waiter(host_.host, &waiter_) == STAFFING_STATUS_OK)
            thread_ = std::thread([this] { run(); });
    }
    ~Pause() {
        if (!thread_.joinable()) return;
        is_stopping_ = true;
        host_.clock->wake(host_.host, waiter_);
        thread_.join();
        host_.clock->close_waiter(host_.host, waiter_);
    }

  private:
    void run() {
        const sound::Within within(plugin_.own_work);
        const auto elapsed_ms = [&] { return host_.monotonic_clock->elapsed_milliseconds(host_.host); };
        const std::int64_t until_ms = elapsed_ms() + hour_ms;
        const std::int64_t deadline_ms = host_.clock->now_milliseconds(host_.host) + hour_ms;
        while (!is_stopping_ && elapsed_ms() < until_ms) {
            if (host_.clock->wait_until(host_.host, waiter_, deadline_ms) != STAFFING_STATUS_OK) return;
        }
    }

    sound::Plugin& plugin_;
    const sound::HostServices& host_;
    std::uint64_t waiter_ = 0;
    std::atomic<bool> is_stopping_{false};
    std::thread thread_;
};

std::mutex mutex;  // over the next one
std::map<const sound::Plugin*, std::unique_ptr<Pause>> pauses;

staffing_status STAFFING_CALL activate(const staffing_plugin* plugin, const staffing_error_sink* error) {
    const staffing_status status = sound::sound().plugin.activate(plugin, error);
    if (status == STAFFING_STATUS_OK) {
        sound::Plugin& self = sound::Plugin::of(plugin);
        auto pause = std::make_unique<Pause>(self);
        const std::lock_guard lock(mutex);
        pauses[&self] = std::move(pause);
    }
    return status;
}

void STAFFING_CALL deactivate(const staffing_plugin* plugin) {
    sound::sound().plugin.deactivate(plugin);
    if (plugin == nullptr || sound::Plugin::of(plugin).state == sound::State::active) return;
    std::unique_ptr<Pause> ended;
    {
        const std::lock_guard lock(mutex);
        ended.swap(pauses[&sound::Plugin::of(plugin)]);
    }
}

void STAFFING_CALL destroy(const staffing_plugin* plugin) {
    deactivate(plugin);
    sound::sound().plugin.destroy(plugin);
}

}  // namespace

void break_it(sound::Tables& tables) {
    tables.plugin.activate = &activate;
    tables.plugin.deactivate = &deactivate;
    tables.plugin.destroy = &destroy;
}
