#include "app/runtime.hpp"

#include <chrono>
#include <condition_variable>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/mutex.hpp"
#include "core/utf8_path.hpp"
#include "delivery/line_watch.hpp"
#include "staffing_cpp/status_error.hpp"
#include "store/backup.hpp"
#include "store/restore.hpp"

namespace send_text {
namespace {

constexpr std::chrono::seconds main_thread_patience{10};

constexpr Milliseconds retry_after = std::chrono::seconds(5);

/// What is said while the store cannot be had.
std::string waiting_words(const std::exception& error) {
    return std::string(error.what()) + " Send Text tries again every five seconds.";
}

constexpr const char* is_ended = "Send Text is shutting down. Try again when it is running.";

/// What becomes of it that the main thread was asked to leave the services.
/// Threads: the main thread, a worker of the host's and whoever stops the plug-in; guarded by mutex.
struct Leaving {
    Mutex mutex;
    std::condition_variable changed;
    bool is_over GUARDED_BY(mutex) = false;
    std::optional<Refusal> refusal GUARDED_BY(mutex);  ///< why it has not left

    void end() REQUIRES(mutex) {
        is_over = true;
        changed.notify_all();
    }
};

/// Calls may come in again when this goes, whatever happens before.
class Opener {
  public:
    explicit Opener(staffing::CallsInFlight& calls) : calls_(calls) {}
    ~Opener() { calls_.open(); }
    Opener(const Opener&) = delete;
    Opener& operator=(const Opener&) = delete;

  private:
    staffing::CallsInFlight& calls_;
};

}  // namespace

void Runtime::start(std::string data_folder) {
    const MutexLock lock(changing_);
    data_folder_ = std::move(data_folder);
    ending_.emplace();
    try {
        services_ = make_services();
    } catch (const StoreUnavailable& error) {
        wait_for_store(waiting_words(error));
    } catch (...) {
        data_folder_.clear();
        throw;
    }
    calls_.open();
}

void Runtime::stop() {
    begin_to_stop();
    retry_.reset();
    calls_.close();
    services_.reset();
    data_folder_.clear();
}

Runtime::Use Runtime::use() {
    return Use(*this);
}

Problems Runtime::change_settings(const nlohmann::json& values, const Sender& who) {
    require_not_within_host("The settings cannot be changed");
    const MutexLock lock(changing_);
    std::optional<std::string> wanted_address;
    nlohmann::json others_before = nlohmann::json::object();
    {
        const Use services = use();
        const nlohmann::json before = services->settings().values();
        for (const auto& [key, value] : before.items())
            if (values.contains(key) && key != "store_address") others_before[key] = value;
        Problems problems = services->change_settings(values, who);
        wanted_address = services->wanted_store_address();
        if (!problems.empty() || !wanted_address) return problems;
    }
    return move_store(*wanted_address, others_before, who);
}

std::string Runtime::back_up(const std::string& path) {
    require_not_within_host("A backup cannot be made");
    const MutexLock lock(changing_);
    const Use services = use();
    const std::string file = path.empty() ? name_for_backup(backup_folder(), host_.clock.now()) : path;
    write_backup(services->database(), file, data_folder_, [this] { return is_ending(); });
    return file;
}

std::string Runtime::backup_folder() const {
    return to_utf8(path_from_utf8(data_folder_) / "backups");
}

void Runtime::restore(const std::string& path, const Sender& who) {
    require_not_within_host("A backup cannot be restored");
    const MutexLock lock(changing_);
    std::optional<Restore> restore;
    std::optional<Refusal> refusal;
    try {
        const Use services = use();
        restore.emplace(data_folder_, services->database().path(), path, host_.clock.now(),
                        [this] { return is_ending(); });
    } catch (const StoreError& error) {
        refusal = Refusal{error.what()};
    }
    if (!refusal) {
        refusal = while_closed(
            {"A backup cannot be restored while a window of Send Text is open. Close the window and try "
             "again.",
             "The host is busy, so the backup was not restored. Try again when the host is idle."},
            [&] { restore->put_in_place(); }, [&] { restore->undo(); });
    }
    report_to_services([&](Services& services) {
        services.audit_restore(path, refusal ? refusal->reason : "The former store is " + restore->kept(),
                               !refusal, who);
    });
    if (refusal) throw StoreError(refusal->reason);
}

/// Tells the services what became of something. That must not fail for it.
void Runtime::report_to_services(const std::function<void(Services&)>& what) {
    try {
        const Use services = use();
        what(*services_);
    } catch (const StoreError& error) {
        host_.log.error(error.what());
    }
}

/// Whoever ends the services from within one of their threads would be waited for for ever.
void Runtime::require_not_within_host(const char* what) const {
    if (!host_.is_calling()) return;
    throw staffing::StatusError(
        STAFFING_STATUS_WRONG_STATE,
        what + std::string(" while a call of Send Text is running. Try again when it has returned."));
}

std::unique_ptr<Services> Runtime::make_services() {
    return std::make_unique<Services>(host_, StorePlace(data_folder_), *ending_);
}

/// There are no services now. No call can come in.
void Runtime::wait_for_store(const std::string& outage_reason) {
    outage_reason_ = outage_reason;
    none_since_ = host_.clock.monotonic_now();
    are_people_notified_ = false;
    host_.log.error(outage_reason);
    if (retry_ != nullptr) return retry_->wake();
    retry_ =
        std::make_unique<PeriodicWorker>("The store", host_.clock, host_.log, [this] { return try_again(); });
    retry_->start();
}

TimePoint Runtime::try_again() {
    const MutexLock lock(changing_);
    if (services_ != nullptr) return no_deadline;
    std::unique_ptr<Services> made;
    std::string outage_reason;
    try {
        made = make_services();
    } catch (const StoreError& error) {
        outage_reason = waiting_words(error);
        notify_when_overdue(outage_reason);
    }
    if (made == nullptr && outage_reason == outage_reason_) return host_.clock.now() + retry_after;
    calls_.close();
    services_ = std::move(made);
    outage_reason_ = outage_reason;
    calls_.open();
    if (services_ == nullptr) {
        host_.log.error(outage_reason);
        return host_.clock.now() + retry_after;
    }
    host_.log.info("The store can be used again, and Send Text is working.");
    if (are_people_notified_)
        LineNotices(host_.notifier, host_.session).wait_ended({.line = {}, .cause = WaitCause::store_fails});
    return no_deadline;
}

/// Texts may wait in the store, and nobody else can say so.
void Runtime::notify_when_overdue(const std::string& outage_reason) {
    const Milliseconds waited = host_.clock.monotonic_now() - none_since_;
    if (waited < patience || std::exchange(are_people_notified_, true)) return;
    LineNotices(host_.notifier, host_.session)
        .texts_wait({.line = {},
                     .cause = WaitCause::store_fails,
                     .reason = outage_reason,
                     .waited = std::chrono::floor<std::chrono::minutes>(waited)});
}

/// `others_before`: what the settings that were changed along with the address were, to be put back when the
/// store cannot be moved: all of a change is done or nothing.
Problems Runtime::move_store(const std::string& address, const nlohmann::json& others_before,
                             const Sender& who) {
    const std::optional<Refusal> refusal = while_closed(
        {"The store cannot be moved while a window of Send Text is open. Close the window and try again.",
         "The host is busy, so the store could not be moved. Try again when the host is idle."},
        [&] {
            SystemRandom random;
            StorePlace(data_folder_).move_to(address, random, [this] { return is_ending(); });
        },
        [] {});
    if (!refusal) return {};
    report_to_services(
        [&](Services& services) { services.store_not_moved(refusal->reason, others_before, who); });
    return {{"store_address", refusal->reason}};
}

/// Ends the services, does something with the closed store, and makes them anew, whatever comes of it. When
/// they cannot be made, `undo` puts the store back as it was. Returns why it was not done.
std::optional<Refusal> Runtime::while_closed(const ClosedWords& words, const std::function<void()>& work,
                                             const std::function<void()>& undo) {
    calls_.close();
    const Opener opens(calls_);
    std::optional<Refusal> refusal = leave_main_thread(words);
    if (refusal) return refusal;
    services_.reset();
    try {
        work();
    } catch (const std::exception& error) {
        refusal = Refusal{error.what()};
    }
    std::optional<Refusal> opening_refusal = reopen();
    if (!refusal && opening_refusal) {
        refusal = opening_refusal;
        try {
            undo();
            opening_refusal = reopen();
        } catch (const std::exception& error) {
            refusal->reason += std::string(" ") + error.what();
        }
    }
    if (opening_refusal) wait_for_store(opening_refusal->reason);
    return refusal;
}

/// Makes the services. Returns why it could not.
std::optional<Refusal> Runtime::reopen() {
    try {
        services_ = make_services();
        return std::nullopt;
    } catch (const std::exception& error) {
        return Refusal{waiting_words(error)};
    }
}

/// Has the main thread end what it does for the services; no call can bring it more. Returns why it did
/// not.
std::optional<Refusal> Runtime::leave_main_thread(const ClosedWords& words) {
    const auto leaving = std::make_shared<Leaving>();
    host_.main_thread.post([this, leaving, words] {
        const MutexLock lock(leaving->mutex);
        if (leaving->is_over) return;
        if (services_->dialogs().is_empty()) {
            host_.main_thread.stop();
        } else {
            leaving->refusal = Refusal{words.window_is_open};
        }
        leaving->end();
    });
    // Then the main thread waits for us.
    const Cancellation::Listener give_up(*ending_, [&] {
        const MutexLock lock(leaving->mutex);
        if (leaving->is_over) return;
        leaving->refusal = Refusal{is_ended};
        leaving->end();
    });
    MutexLock lock(leaving->mutex);
    const auto is_over = [&leaving]() REQUIRES(leaving->mutex) { return leaving->is_over; };
    if (leaving->changed.wait_for(lock.native(), main_thread_patience, is_over)) return leaving->refusal;
    leaving->is_over = true;
    return Refusal{words.host_is_busy};
}

Runtime::Use::Use(Runtime& runtime) : runtime_(runtime) {
    if (!runtime.calls_.enter())
        throw StoreError("The store of the texts is being opened or moved. Try again in a moment.");
    if (runtime.services_ != nullptr) return;
    const std::string outage_reason = runtime.outage_reason_;
    runtime.calls_.leave();
    throw StoreError(outage_reason);
}

}  // namespace send_text
