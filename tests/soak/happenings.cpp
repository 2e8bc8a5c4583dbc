// What happens in an office, by the seed.

#include <algorithm>
#include <filesystem>
#include <functional>
#include <utility>

#include "soak/trial.hpp"

namespace soak {

using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr int max_steps = 40;
constexpr std::int64_t min_wait_ms = 100;

}  // namespace

void Trial::something_happens() {
    using Happening = void (Trial::*)();
    std::vector<std::pair<std::int64_t, Happening>> happenings = {{35, &Trial::commit},
                                                                  {10, &Trial::somebody_replies},
                                                                  {10, &Trial::people_decide},
                                                                  {5, &Trial::end_and_start}};
    const auto add = [&](const char* trouble, std::int64_t weight, Happening happening) {
        if (has(trouble)) happenings.emplace_back(weight, happening);
    };
    add("stops", 5, &Trial::stop_a_request);
    add("application", 10, &Trial::somebody_uses_the_application);
    add("our-clock", 8, &Trial::clock_changes);
    add("disk-full", 8, &Trial::disk_changes);
    add("moved", 5, &Trial::line_moves);
    add("restored", 6, &Trial::back_up);
    add("restored", 3, &Trial::copy_the_file_alone);
    std::int64_t total = 15;  // nothing
    for (const auto& [weight, happening] : happenings)
        total += weight;
    std::int64_t roll = dice_.between(1, total);
    for (const auto& [weight, happening] : happenings) {
        roll -= weight;
        if (roll <= 0) {
            (this->*happening)();
            break;
        }
    }
    if (has("list-down") && dice_.percent(10)) carrier_.is_list_down = !carrier_.is_list_down;
    if (has("carrier-clock") && dice_.percent(3)) carrier_.lies.ahead_ms = 0;
}

void Trial::commit() {
    const std::string line = dice_.of(std::vector<json>(lines_.begin(), lines_.end())).at("number");
    json texts = json::array();
    const std::size_t first = ledger_.committed.size();
    std::vector<Committed>& committed = ledger_.committed;
    for (std::int64_t left = dice_.percent(10) ? dice_.between(20, 60) : dice_.between(1, 8); left > 0;
         --left) {
        Committed text{line, "+16515551" + std::to_string(dice_.between(200, 240)),
                       "#" + std::to_string(committed.size()) + "# It's Monday at 8. Can you work?",
                       moment_.passed_ms};
        if (has("twins") && !committed.empty() && dice_.percent(20)) {
            const Committed& original = dice_.of(committed);
            text.number = original.number;
            text.body = original.body;
        }
        texts.push_back({{"number", text.number}, {"body", text.body}});
        committed.push_back(std::move(text));
    }
    const auto done = call({{"do", "commit"}, {"line", line}, {"texts", std::move(texts)}});
    if (done && done->contains("request")) {
        requests_.push_back(done->at("request"));
        wake();
        return;
    }
    for (std::size_t i = first; i < committed.size(); ++i)
        committed[i].is_confirmed = false;
}

void Trial::stop_a_request() {
    if (!requests_.empty()) call({{"do", "stop"}, {"request", dice_.of(requests_)}});
}

void Trial::somebody_replies() {
    if (carrier_.kept().empty()) return;
    const KeptMessage message = dice_.of(carrier_.kept());
    carrier_.reply(message.carrier, message.account, message.line, message.number, "Yes, I can.");
}

void Trial::somebody_uses_the_application() {
    if (ledger_.committed.empty()) return;
    const Committed& text = dice_.of(ledger_.committed);
    for (const json& line : lines_) {
        if (line.at("number") != text.line) continue;
        const std::string body =
            dice_.percent(50) ? "See you there." : text.body.substr(text.body.find(' ') + 1);
        carrier_.write_in_application(line.at("carrier"), line.at("account"), text.line, text.number, body);
    }
}

void Trial::clock_changes() {
    const std::int64_t right_ms = moment_.right_ms();
    if (moment_.now_ms != right_ms && dice_.percent(60)) {
        moment_.now_ms = right_ms;
    } else {
        moment_.now_ms =
            right_ms + dice_.of(std::vector<std::int64_t>{-1, 1}) *
                           dice_.of(std::vector<std::int64_t>{5 * minute_ms, hour_ms, day_ms, 30 * day_ms});
    }
    wake();
    trace("our clock is " + std::to_string((moment_.now_ms - right_ms) / 1000) + " s ahead");
}

void Trial::disk_changes() {
    moment_.is_disk_full = moment_.is_disk_full == 0 ? 1 : 0;
    trace(moment_.is_disk_full != 0 ? "the disk is full" : "the disk has room");
}

/// To another carrier, or to another account of the same.
void Trial::line_moves() {
    json& line =
        lines_[static_cast<std::size_t>(dice_.between(0, static_cast<std::int64_t>(lines_.size()) - 1))];
    line = line_of(line.at("number"), dice_.percent(40), static_cast<int>(dice_.between(1, 3)));
    line["since_ms"] = moment_.now_ms.load();
    trace("moved:", line);
    call({{"do", "accounts"}, {"lines", lines_}});
    wake();
}

void Trial::end_and_start() {
    call({{"do", "end"}});
    restart();
}

/// By the plug-in, while it works; or the host is ended and the file is copied.
void Trial::back_up() {
    if (dice_.percent(60)) {
        const std::string new_backup = backup_ + ".new";
        fs::remove(new_backup);
        const std::size_t committed = ledger_.committed.size();
        const auto made = call({{"do", "back_up"}, {"to", new_backup}});
        if (!made || made->contains("error")) return;
        fs::rename(new_backup, backup_);
        backed_up_ = committed;
        return;
    }
    const auto done = call({{"do", "end"}});
    if (done && *done == "ended") {
        std::error_code ignored;
        if (fs::copy_file(store_, backup_, fs::copy_options::overwrite_existing, ignored)) {
            backed_up_ = ledger_.committed.size();
            trace("backed up");
        }
    }
    restart();
}

/// Not by the documented way: what is not in the file yet is not in the copy.
void Trial::copy_the_file_alone() {
    fs::copy_file(store_, backup_, fs::copy_options::overwrite_existing);
    backed_up_ = 0;
    trace("the file alone was copied");
}

/// What was committed since is not in it. Somebody may forget the log file of the store that was there.
void Trial::put_back_a_backup(bool leaves_log) {
    // By the plug-in itself, which closes the store before; or by hand.
    if (!fs::exists(store_ + "-wal") && dice_.percent(50)) {
        put_back_ = backup_;  // by the plug-in itself
    } else {
        fs::copy_file(backup_, store_, fs::copy_options::overwrite_existing);
    }
    if (!leaves_log && put_back_.empty()) {
        fs::remove(store_ + "-wal");
        fs::remove(store_ + "-shm");
    }
    for (std::size_t i = *backed_up_; i < ledger_.committed.size(); ++i)
        ledger_.committed[i].may_be_missing = true;
    ledger_.store_went_back = true;
    trace(leaves_log ? "a backup was put back, beside an old -wal" : "a backup was put back");
}

void Trial::lose_the_log_file() {
    if (!fs::remove(store_ + "-wal")) return;
    for (Committed& text : ledger_.committed)
        text.may_be_missing = true;
    ledger_.store_went_back = true;
    trace("the -wal was deleted");
}

void Trial::start_with_an_empty_store() {
    for (const std::string& file : {store_, store_ + "-wal", store_ + "-shm",
                                    folder_.file("store_address.txt"), folder_.file("requests_begun.txt")})
        fs::remove(file);
    for (Committed& text : ledger_.committed)
        text.may_be_missing = true;
    ledger_.store_went_back = true;
    trace("an administrator begins with an empty store");
}

void Trial::time_passes() {
    switch (dice_.between(0, 9)) {
        case 0:
            pass(dice_.between(1, 120) * minute_ms);
            break;
        case 1:
        case 2:
        case 3:
            pass(dice_.between(1, 10) * minute_ms);
            break;
        case 4:
            break;
        default:
            pass(dice_.between(1, 60) * second_ms);
            break;
    }
}

/// While the delivery goes on when it wants to.
void Trial::pass(std::int64_t for_ms) {
    const std::int64_t until = moment_.passed_ms + for_ms;
    for (int steps = 0; steps < max_steps && moment_.passed_ms < until; ++steps) {
        if (deliver_at_ <= moment_.passed_ms) deliver();
        const std::int64_t wait_ms = std::max(deliver_at_ - moment_.passed_ms, min_wait_ms);
        moment_.pass(std::clamp(until - moment_.passed_ms, std::int64_t{0}, wait_ms));
    }
    if (moment_.passed_ms >= until) return;
    moment_.pass(until - moment_.passed_ms);
    slept_ = moment_.passed_ms;
}

}  // namespace soak
