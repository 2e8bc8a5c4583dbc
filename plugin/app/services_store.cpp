// How the services look after their store, and who is told of it.

#include <utility>

#include <nlohmann/json.hpp>

#include "app/services.hpp"
#include "core/time.hpp"
#include "delivery/older_store.hpp"
#include "store/store_check.hpp"

namespace send_text {
namespace {

constexpr Milliseconds store_check_pause = std::chrono::hours(1);  // after one that could not be made

}  // namespace

/// Says what was found when the store was opened, and checks what was left to be checked.
void Services::start_store_checks() {
    desk_.post([this] {
        if (place_.trouble()) notify_administrators(*place_.trouble());
        for (const std::string& words : database_.noticed())
            notify_administrators(words);
    });
    check_thread_.start();
}

/// Holds the store against itself when that is due. One that is small was while it was opened.
TimePoint Services::check_store() {
    const TimePoint now = host_.clock.now();
    if (std::exchange(is_store_checked_, false)) return now + store_check_interval;
    const TimePoint due_at = must_check_store_ ? now : next_check_at(database_, now);
    if (due_at > now) return due_at;
    try {
        const std::optional<std::string> found = send_text::check_store(database_, now, stopping());
        must_check_store_ = false;
        if (found) notify_administrators(*found);
        return now + store_check_interval;
    } catch (const StoreError& error) {
        host_.log.warning(error.what());
        return now + store_check_pause;
    }
}

void Services::notify_administrators(const std::string& words) {
    host_.log.warning(words);
    host_.notifier.notify(0, "The store of Send Text", words, {});
}

CounterVault Services::counter_vault() {
    static constexpr const char* name = "requests_begun";
    return {[this]() -> std::optional<std::string> {
                const std::optional<Secret> lines = host_.secrets.get(name);
                return lines ? std::optional(lines->reveal()) : std::nullopt;
            },
            [this](const std::string& lines) { host_.secrets.put(name, Secret(lines)); }};
}

/// Once, before anything leaves.
void Services::handle_older_store() {
    if (is_store_age_known_) return;
    const std::optional<std::string> words =
        send_text::handle_older_store(outbox_, request_counter_, host_.clock.now(), host_.log);
    // Of what was seen when it was opened they are told already.
    if (words && !database_.lacks_recent_changes())
        host_.notifier.notify(0, "An older store of texts is in use", *words, {});
    if (const auto lost = handle_lost_store(outbox_, request_counter_, database_.path(), host_.log))
        host_.notifier.notify(0, "A new store of texts was created", *lost, {});
    is_store_age_known_ = true;
}

void Services::store_not_moved(const std::string& reason, const nlohmann::json& others_before,
                               const Sender& who) {
    settings_service_.load();
    audit_.add({.at = host_.clock.now(),
                .who = who,
                .action = "setting.change",
                .subject = "store_address",
                .outcome = "refused",
                .detail = reason});
    if (others_before.empty()) return;
    const Problems problems = change_settings(others_before, who);
    if (!problems.empty()) host_.log.error("Settings could not be restored. " + problems.begin()->second);
}

void Services::backed_up(const std::string& path, const Sender& who) {
    audit_.add(
        {.at = host_.clock.now(), .who = who, .action = "store.back_up", .subject = path, .outcome = "done"});
}

void Services::audit_restore(const std::string& backup, const std::string& detail, bool is_done,
                             const Sender& who) {
    audit_.add({.at = host_.clock.now(),
                .who = who,
                .action = "store.restore",
                .subject = backup,
                .outcome = is_done ? "done" : "refused",
                .detail = detail});
}

}  // namespace send_text
