#include "entry/services_slot.hpp"

#include <chrono>
#include <condition_variable>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "store/utf8_path.hpp"

namespace send_text {
namespace {

constexpr std::chrono::seconds main_thread_patience{10};

constexpr std::int64_t retry_after_ms = 5'000;

/// What is said while the store cannot be had.
std::string waiting_words(const StoreError& error) {
    return std::string(error.what()) + " Send Text tries again every five seconds.";
}

/// What the main thread answers when it was asked to leave the services.
struct Leaving {
    std::mutex mutex;
    std::condition_variable changed;
    bool is_answered = false;
    bool is_given_up = false;
    std::string why_not;
};

}  // namespace

void ServicesSlot::start(std::string data_folder) {
    const std::lock_guard lock(changing_);
    data_folder_ = std::move(data_folder);
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

void ServicesSlot::stop() {
    retry_.reset();
    calls_.close();
    services_.reset();
    data_folder_.clear();
}

ServicesSlot::Use ServicesSlot::use() {
    return Use(*this);
}

Problems ServicesSlot::change_settings(const nlohmann::json& values, const Sender& who) {
    // Moving the store ends all threads, and whoever calls from within one would be waited for for ever.
    if (host_.extensions.is_calling()) {
        throw staffing::StatusError(STAFFING_STATUS_WRONG_STATE,
                                    "The settings cannot be changed from within a call of Send Text. Change "
                                    "them when it has returned.");
    }
    const std::lock_guard lock(changing_);
    std::optional<std::string> wanted_address;
    {
        const Use services = use();
        Problems problems = services->change_settings(values, who);
        wanted_address = services->wanted_store_address();
        if (!problems.empty() || !wanted_address) return problems;
    }
    return move_store(*wanted_address, who);
}

std::string ServicesSlot::back_up(const std::string&) {
    throw StoreError("Backups cannot be made yet.");
}

std::string ServicesSlot::backup_folder() const {
    return to_utf8(path_from_utf8(data_folder_) / "backups");
}

void ServicesSlot::restore(const std::string&, const Sender&) {
    throw StoreError("Backups cannot be put back yet.");
}

std::unique_ptr<Services> ServicesSlot::make_services() {
    return std::make_unique<Services>(host_, StorePlace(data_folder_));
}

/// There are no services now. No call can come in.
void ServicesSlot::wait_for_store(const std::string& why_none) {
    why_none_ = why_none;
    host_.log.error(why_none);
    if (retry_ != nullptr) return retry_->wake();
    retry_ =
        std::make_unique<PeriodicWorker>("The store", host_.clock, host_.log, [this] { return try_again(); });
    retry_->start();
}

std::int64_t ServicesSlot::try_again() {
    const std::lock_guard lock(changing_);
    if (services_ != nullptr) return no_deadline_ms;
    std::unique_ptr<Services> made;
    std::string why_none;
    try {
        made = make_services();
    } catch (const StoreError& error) {
        why_none = waiting_words(error);
    }
    if (made == nullptr && why_none == why_none_) return host_.clock.now_ms() + retry_after_ms;
    calls_.close();
    services_ = std::move(made);
    why_none_ = why_none;
    calls_.open();
    if (services_ == nullptr) {
        host_.log.error(why_none);
        return host_.clock.now_ms() + retry_after_ms;
    }
    host_.log.info("The store can be used again. Send Text works.");
    return no_deadline_ms;
}

Problems ServicesSlot::move_store(const std::string& address, const Sender& who) {
    calls_.close();
    std::string why_not = leave_main_thread();
    if (why_not.empty()) {
        services_.reset();
        try {
            SystemRandom random;
            StorePlace(data_folder_).move_to(address, random);
        } catch (const StoreError& error) {
            why_not = error.what();
        }
        try {
            services_ = make_services();
        } catch (const StoreError& error) {
            wait_for_store(waiting_words(error));
            if (why_not.empty()) why_not = why_none_;
        }
    }
    if (!why_not.empty() && services_ != nullptr) services_->store_not_moved(why_not, who);
    calls_.open();
    return why_not.empty() ? Problems() : Problems{{"store_address", why_not}};
}

/// Has the main thread end what it does for the services; no call can bring it more. Why it did not, in
/// words; empty: it has.
std::string ServicesSlot::leave_main_thread() {
    const auto leaving = std::make_shared<Leaving>();
    host_.main_thread.post([this, leaving] {
        const std::lock_guard lock(leaving->mutex);
        if (leaving->is_given_up) return;
        if (services_->dialogs().is_empty()) {
            host_.main_thread.stop();
        } else {
            leaving->why_not =
                "A window of Send Text is open, and the store cannot be moved meanwhile. Close the window "
                "and change the store's place again.";
        }
        leaving->is_answered = true;
        leaving->changed.notify_all();
    });
    std::unique_lock lock(leaving->mutex);
    if (leaving->changed.wait_for(lock, main_thread_patience, [&] { return leaving->is_answered; }))
        return leaving->why_not;
    leaving->is_given_up = true;
    return "The host is busy, so the store could not be moved. Change its place again when nothing else is "
           "done.";
}

ServicesSlot::Use::Use(ServicesSlot& slot) : slot_(slot) {
    if (!slot.calls_.enter())
        throw StoreError("The store of the texts is being opened or moved. Try again in a moment.");
    if (slot.services_ != nullptr) return;
    const std::string why_none = slot.why_none_;
    slot.calls_.leave();
    throw StoreError(why_none);
}

}  // namespace send_text
