#include "mock_host/web/running_host.hpp"

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/web/api_request.hpp"
#include "mock_host/web/carrier_watch.hpp"
#include "mock_host/web/clock_file.hpp"
#include "mock_host/web/event_hub.hpp"
#include "mock_host/web/host_changes.hpp"
#include "mock_host/web/job_queue.hpp"
#include "mock_host/web/plugin_slot.hpp"
#include "mock_host/web/random_word.hpp"
#include "mock_host/web/verdict_jobs.hpp"

namespace mock_host {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_ticks(100);
/// Whose folder and log it is while no plug-in has been loaded.
constexpr const char* nobody = "no_plugin";

}  // namespace

struct RunningHost::Parts {
    Parts(StaffingDatabase& staffing_database, CarrierControl& carrier_control, RunningHostOptions given)
        : database(staffing_database),
          carrier(carrier_control),
          options(std::move(given)),
          clock_file(options.data_folder / "clock", options.clock_start_ms),
          right_ms(clock_file.start_ms()),
          ahead_ms(clock_file.ahead_ms()),
          host(make_host(nobody)) {}

    std::unique_ptr<Host> make_host(const std::string& plugin_id);
    Host& host_of(const std::string& plugin_id);
    void ring();
    std::int64_t now_ms() const { return right_ms + ahead_ms; }  ///< under the mutex
    void move_clock(std::int64_t milliseconds);
    void set_clock_ahead(std::int64_t milliseconds);
    void tick();
    void round();
    void refuse_everything();
    void write_to_log(staffing_log_severity severity, const std::string& words);
    void plugin_changed();
    void wait(std::uint64_t seen_rings);
    void wait_for_calls();
    void empty_slot();
    void load_on_main_thread(const std::string& path);
    bool prepare_now(const std::string& plugin_id);

    const std::thread::id main_thread = std::this_thread::get_id();
    StaffingDatabase& database;
    CarrierControl& carrier;
    const RunningHostOptions options;
    const std::string run_id = random_word();
    EventHub events;
    HostChanges changes;                                     // main thread
    SteadyClock::time_point last_tick = SteadyClock::now();  // main thread
    std::mutex mutex;  // over the next four, over which host it is, and over moves of its clock
    ClockFile clock_file;
    std::set<std::string> prepared;
    std::int64_t right_ms;
    std::int64_t ahead_ms;
    std::unique_ptr<Host> host;
    std::atomic<bool> is_ending{false};
    PluginSlot slot{[this](const std::string& id) -> Host& { return host_of(id); }, [this] { ring(); }};
    JobQueue jobs{[this] { ring(); }};
    JobQueue orders{[this] { ring(); }};  ///< what changes the slot: never done in the middle of another
    std::unique_ptr<VerdictJobs> verdicts;
    std::unique_ptr<CarrierWatch> watch;  ///< for good, once the host is made
};

std::unique_ptr<Host> RunningHost::Parts::make_host(const std::string& plugin_id) {
    HostOptions host_options;
    host_options.data_folder = options.data_folder;
    host_options.plugin_id = plugin_id;
    host_options.clock_start_ms = now_ms();
    host_options.clock_ahead_ms = ahead_ms;
    host_options.mirror_log_to_stderr = options.mirror_log_to_stderr;
    return std::make_unique<Host>(database, host_options);
}

/// A plug-in with another id gets a host of its own, in which the same user is logged in. What people were
/// told stays.
Host& RunningHost::Parts::host_of(const std::string& plugin_id) {
    if (host->plugin_id() == plugin_id) return *host;
    const std::lock_guard lock(mutex);
    std::unique_ptr<Host> next = make_host(plugin_id);
    if (const auto login = host->session().current()) next->session().log_in(login->user.login_name);
    next->notifications().go_on_from(host->notifications());
    host = std::move(next);
    changes.forget();
    return *host;
}

void RunningHost::Parts::ring() {
    const std::lock_guard lock(mutex);
    host->bell().ring();
}

void RunningHost::Parts::move_clock(std::int64_t milliseconds) {
    const std::lock_guard lock(mutex);
    right_ms += milliseconds;
    clock_file.keep(right_ms);
    host->virtual_clock()->advance(milliseconds);
}

void RunningHost::Parts::set_clock_ahead(std::int64_t milliseconds) {
    const std::lock_guard lock(mutex);
    ahead_ms = milliseconds;
    clock_file.set_ahead(ahead_ms);
    host->virtual_clock()->set_ahead(ahead_ms);
}

/// The host's time goes as the real one does.
void RunningHost::Parts::tick() {
    const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - last_tick);
    if (passed < between_ticks) return;
    last_tick += passed;
    move_clock(passed.count());
}

void RunningHost::Parts::round() {
    tick();
    while (jobs.run_one()) {
    }
    host->main_thread().run_pending();
    changes.look(*host, events);
}

/// Nobody waits for this host any more.
void RunningHost::Parts::refuse_everything() {
    orders.close();
    jobs.close();
    events.end();
}

void RunningHost::Parts::wait(std::uint64_t seen_rings) {
    host->bell().wait_past(seen_rings, last_tick + between_ticks);
}

void RunningHost::Parts::wait_for_calls() {
    while (slot.calls_under_way() > 0) {
        const std::uint64_t seen_rings = host->bell().rings();
        round();
        if (slot.calls_under_way() > 0) wait(seen_rings);
    }
}

void RunningHost::Parts::empty_slot() {
    slot.close();
    wait_for_calls();
    slot.unload();
}

void RunningHost::Parts::load_on_main_thread(const std::string& path) {
    empty_slot();
    try {
        slot.load(path);
        plugin_changed();
    } catch (const std::exception& e) {
        const std::string words = "The plug-in is not loaded: " + std::string(e.what());
        write_to_log(STAFFING_LOG_ERROR, words);
        plugin_changed();
        throw ApiError(409, words);
    }
}

void RunningHost::Parts::write_to_log(staffing_log_severity severity, const std::string& words) {
    const std::lock_guard lock(mutex);
    host->log().write({now_ms(), severity, "host", words});
}

void RunningHost::Parts::plugin_changed() {
    for (const char* const topic : {"plugin", "settings", "accounts", "audit"})
        events.changed(topic);
}

bool RunningHost::Parts::prepare_now(const std::string& plugin_id) {
    const std::lock_guard lock(mutex);
    return options.prepare_plugin && prepared.insert(plugin_id).second;
}

RunningHost::RunningHost(StaffingDatabase& database, CarrierControl& carrier, RunningHostOptions options)
    : parts_(std::make_unique<Parts>(database, carrier, std::move(options))) {
    parts_->verdicts = std::make_unique<VerdictJobs>(*this);
    parts_->watch = std::make_unique<CarrierWatch>(
        *this, [this](const std::string& words) { parts_->write_to_log(STAFFING_LOG_WARNING, words); });
    set_carrier_clock();
}

RunningHost::~RunningHost() {
    parts_->events.end();
}

StaffingDatabase& RunningHost::database() {
    return parts_->database;
}

CarrierControl& RunningHost::carrier() {
    return parts_->carrier;
}

const std::string& RunningHost::carrier_url() const {
    return parts_->options.carrier_url;
}

const std::string& RunningHost::run_id() const {
    return parts_->run_id;
}

std::int64_t RunningHost::now_ms() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->now_ms();
}

std::int64_t RunningHost::right_ms() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->right_ms;
}

std::int64_t RunningHost::clock_ahead_ms() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->ahead_ms;
}

EventHub& RunningHost::events() {
    return parts_->events;
}

VerdictJobs& RunningHost::verdicts() {
    return *parts_->verdicts;
}

void RunningHost::on_main_thread(const std::function<void(Host&)>& work) {
    const auto job = [&] { work(*parts_->host); };
    if (parts_->main_thread == std::this_thread::get_id()) return job();
    parts_->jobs.do_and_wait(job);
}

void RunningHost::with_plugin_on_main_thread(const std::function<void(Host&, const PluginCalls&)>& work) {
    on_main_thread([&](Host&) { parts_->slot.call(work); });
}

void RunningHost::with_plugin(const std::function<void(Host&, const PluginCalls&)>& work) {
    parts_->slot.call(work);
}

void RunningHost::with_plugin_as_administrator(const std::function<void(Host&, const PluginCalls&)>& work) {
    with_plugin([&](Host& host, const PluginCalls& plugin) {
        const ActingAsAdministrator acting(host.session());
        work(host, plugin);
    });
}

PluginStatus RunningHost::plugin() const {
    PluginStatus status = parts_->slot.status();
    const std::lock_guard lock(parts_->mutex);
    status.misbehaviour = parts_->host->log().misbehaviour();
    return status;
}

void RunningHost::load(const std::filesystem::path& library) {
    const std::string path = std::filesystem::absolute(library).lexically_normal().string();
    parts_->orders.do_and_wait([&] { parts_->load_on_main_thread(path); });
    if (parts_->prepare_now(plugin().id)) parts_->options.prepare_plugin(*this);
}

void RunningHost::unload() {
    parts_->orders.do_and_wait([&] {
        parts_->empty_slot();
        parts_->plugin_changed();
    });
}

void RunningHost::reload() {
    const std::string path = plugin().path;
    if (path.empty()) throw NoPlugin("There is no plug-in to reload. Load one by the path of its library.");
    load(path);
}

void RunningHost::advance_clock(std::int64_t milliseconds) {
    if (milliseconds < 0) throw std::invalid_argument("Time can only move forward.");
    // The carrier first: what the plug-in then sends or asks for must not be dated before it.
    parts_->watch->set_clock(right_ms() + milliseconds);
    parts_->move_clock(milliseconds);
    changed("clock");
}

void RunningHost::set_clock_ahead(std::int64_t milliseconds) {
    parts_->set_clock_ahead(milliseconds);
    changed("clock");
}

void RunningHost::set_carrier_clock() {
    parts_->watch->set_clock(right_ms());
}

void RunningHost::changed(std::string_view topic) {
    parts_->events.changed(topic);
}

void RunningHost::run() {
    Parts& parts = *parts_;
    const std::shared_ptr<void> ending(nullptr, [&](void*) { parts.refuse_everything(); });
    while (!parts.is_ending) {
        const std::uint64_t seen_rings = parts.host->bell().rings();
        parts.round();
        if (!parts.orders.run_one()) parts.wait(seen_rings);
    }
    parts.empty_slot();
    const std::lock_guard lock(parts.mutex);
    parts.clock_file.finish(parts.right_ms);
}

void RunningHost::stop() {
    parts_->is_ending = true;
    parts_->ring();
}

}  // namespace mock_host
