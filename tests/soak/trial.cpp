#include "soak/trial.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

#include "delivery/line_watch.hpp"

namespace soak {

using nlohmann::json;

namespace {

constexpr std::int64_t rounds_at_least = 20;
constexpr std::int64_t rounds_at_most = 60;
constexpr std::size_t max_trace = 400;
constexpr std::int64_t max_settling_ms = 4 * day_ms;

std::string words_of(const Troubles& troubles) {
    std::string words;
    for (const std::string& trouble : troubles)
        words += (words.empty() ? "" : " ") + trouble;
    return words.empty() ? "none" : words;
}

}  // namespace

/// Zipwhip's accounts are the numbers themselves; one of Twilio's may be any.
json line_of(const std::string& number, bool is_zipwhips, int account) {
    const std::string name = "AC" + std::string(32, static_cast<char>('0' + account));
    return {{"number", number},
            {"carrier", is_zipwhips ? "zipwhip" : "twilio"},
            {"account", is_zipwhips ? number : name},
            {"since_ms", 0}};
}

Trial::Trial(std::uint64_t seed, Troubles troubles, bool is_verbose)
    : seed_(seed),
      troubles_(std::move(troubles)),
      is_verbose_(is_verbose),
      dice_(seed * 2 + 1),
      carrier_(moment_, dice_, lies_of(troubles_, dice_)),
      process_(
          moment_, [this](const json& question) { return answer(question); },
          [this](const json& said) { handle_report(said); }) {
    lines_ = json::array({line_of("+16515550100", dice_.percent(50), 1)});
    if (dice_.percent(30)) lines_.push_back(line_of("+16125550100", dice_.percent(50), 1));
}

void Trial::trace(const std::string& words, const json& details) const {
    if (!is_verbose_) return;
    std::string shown_details = details.is_null() ? std::string() : " " + details.dump();
    if (shown_details.size() > max_trace) shown_details = shown_details.substr(0, max_trace) + " …";
    std::cerr << "[" << (moment_.passed_ms - SharedMoment::begin_ms) / 1000 << " s] " << words
              << shown_details << '\n';
}

Outcome Trial::run() {
    trace("troubles: " + words_of(troubles_));
    ledger_.may_be_filed_apart = has("altered") && has("our-clock");
    restart();
    const std::int64_t rounds = dice_.between(rounds_at_least, rounds_at_most);
    for (std::int64_t round = 0; round < rounds; ++round) {
        something_happens();
        work();
        time_passes();
    }
    settle();
    outcome_.texts = static_cast<std::int64_t>(ledger_.committed.size());
    outcome_.asked = asked_;
    outcome_.overtaken = ledger_.count_overtaken(carrier_);
    const bool is_calm =
        std::includes(untroubling.begin(), untroubling.end(), troubles_.begin(), troubles_.end());
    if (outcome_.overtaken > 0 && asked_ == 0 && !ledger_.store_went_back)
        outcome_.findings.push_back("not in their order: " + std::to_string(outcome_.overtaken) + " texts");
    if (is_calm && asked_ > 0)
        outcome_.findings.push_back("people were asked without need: " + std::to_string(asked_) + " times");
    outcome_.troubles = words_of(troubles_);
    return std::move(outcome_);
}

void Trial::work() {
    for (std::int64_t left = dice_.between(1, 4); left > 0; --left) {
        if (dice_.percent(50)) {
            deliver();
        } else {
            call({{"do", dice_.percent(60) ? "poll" : "log"}});
        }
    }
}

/// A command, in which the process may die; then it is started again.
std::optional<json> Trial::call(const json& command) {
    if (!process_.is_running()) restart();
    trace("do", command);
    if (is_dying_ && has("kill") && dice_.percent(40)) plan_death();
    auto done = process_.call(command);
    moment_.disk_calls_until_kill = never;
    carrier_.next_death = Death::none;
    if (done) {
        trace(" ", *done);
        return done;
    }
    ++outcome_.kills;
    trace("killed");
    if (has("wal-gone") && dice_.percent(25)) lose_the_log_file();
    if (has("restored") && backed_up_ && dice_.percent(25)) put_back_a_backup(dice_.percent(30));
    if (dice_.percent(30)) moment_.pass(dice_.between(1, 300) * second_ms);
    restart();
    return std::nullopt;
}

void Trial::plan_death() {
    switch (dice_.between(0, 5)) {
        case 0:
            carrier_.next_death = Death::before;
            break;
        case 1:
            carrier_.next_death = Death::after;
            break;
        case 2:
            carrier_.next_death = Death::soon;
            break;
        case 3:
            moment_.disk_calls_until_kill = dice_.between(0, 150);
            break;
        default:
            moment_.disk_calls_until_kill = dice_.between(0, 25);
            break;
    }
}

/// Until it runs: it may be killed as it starts, too.
void Trial::restart() {
    bool is_backup_tried = false;
    while (!process_.is_running()) {
        if (is_dying_ && has("kill") && dice_.percent(10))
            moment_.disk_calls_until_kill = dice_.between(0, 60);
        const auto started = process_.start(
            {folder_.file(""), std::exchange(put_back_, {}), dice_.next(), lines_, is_verbose_});
        moment_.disk_calls_until_kill = never;
        if (!started) {
            ++outcome_.kills;
            trace("killed as it started");
        } else if (started->is_object()) {
            process_.kill();
            trace("refused:", *started);
            if (moment_.is_disk_full != 0) {
                moment_.is_disk_full = 0;
            } else if (backed_up_ && !std::exchange(is_backup_tried, true)) {
                put_back_a_backup(false);
            } else {
                start_with_an_empty_store();
            }
        }
    }
    trace("started");
    running_since_ = moment_.passed_ms;
    reported_troubles_.clear();
    wake();
}

/// A step of the delivery. A store that fails is tried again after half a minute.
void Trial::deliver() {
    const auto done = call({{"do", "deliver"}});
    if (!done) return;
    const std::int64_t next_ms = done->value("next_ms", moment_.now_ms + 30 * second_ms);
    deliver_at_ = moment_.passed_ms + std::clamp(next_ms - moment_.now_ms, std::int64_t{0}, 365 * day_ms);
}

json Trial::answer(const json& question) {
    json answer = question.contains("log")     ? log(question)
                  : question.contains("vault") ? vault(question)
                                               : carrier_.answer(question);
    trace("  <", question);
    trace("  >", answer);
    return answer;
}

/// The host's log of messages: the same key again is the same message.
json Trial::log(const json& question) {
    if (is_dying_ && has("kill") && dice_.percent(5)) return {{"die", true}};
    ledger_.logged.try_emplace(question.at("log"), question.at("text"));
    if (is_dying_ && has("kill") && dice_.percent(5)) return {{"die", true}};
    return {{"id", question.at("log")}};
}

json Trial::vault(const json& question) {
    if (question.at("vault") == "write") vault_ = question.at("lines");
    return vault_ ? json{{"lines", *vault_}} : json::object();
}

std::optional<json> Trial::texts() {
    auto done = call({{"do", "texts"}});
    if (!done || !done->contains("texts")) return std::nullopt;
    return std::move(done->at("texts"));
}

/// What people are told of ends by itself: none of the line's texts leave, or some of them do not, or are in
/// doubt.
void Trial::handle_report(const json& said) {
    trace("told:", said);
    const std::string what = said.at("told");
    const std::string line = said.value("line", "");
    const int cause = what == "waiting" || what == "over" ? said.at("cause").get<int>() : 0;
    const std::pair trouble(line, cause < static_cast<int>(send_text::WaitCause::some_texts) ? 0 : cause);
    if (what == "waiting" || what == "stopped") reported_troubles_.insert(trouble);
    if (what != "over" && what != "resumed") return;
    reported_troubles_.erase(trouble);
    quiet_since_[line] = moment_.passed_ms;
}

bool Trial::is_reported(const std::string& line) const {
    const auto found = reported_troubles_.lower_bound({line, 0});
    return found != reported_troubles_.end() && found->first == line;
}

/// After ten minutes people know why a text has not left; here after half an hour, since the delivery is not
/// always asked when it wants to be.
void Trial::nothing_waits_in_silence(const json& texts) {
    const std::int64_t long_ago = moment_.passed_ms - 30 * minute_ms;
    if (running_since_ > long_ago || slept_ > long_ago || is_reported("") || quiet_since_[""] > long_ago)
        return;
    for (const json& text : texts) {
        const std::string line = text.at("line");
        if (is_settled(text) || text.at("waits_for_person") || is_reported(line)) continue;
        if (ledger_.last_committed(text.at("number"), text.at("body")) < long_ago &&
            quiet_since_[line] < long_ago)
            outcome_.findings.push_back("waits in silence: " + text.dump());
    }
}

/// They look at the handsets, and say what is true.
void Trial::people_decide() {
    const auto all = texts();
    if (!all) return;
    nothing_waits_in_silence(*all);
    std::map<std::pair<std::string, std::string>, std::int64_t> sent;
    for (const json& text : *all) {
        if (counts_as_sent(text)) ++sent[{text.at("number"), text.at("body")}];
    }
    for (const json& text : *all) {
        if (!text.at("waits_for_person")) continue;
        std::int64_t& known = sent[{text.at("number"), text.at("body")}];
        const bool was_sent = carrier_.count(text.at("number"), text.at("body")) > known;
        if (was_sent) ++known;
        const std::string decision = was_sent ? "was_sent" : dice_.percent(90) ? "send_again" : "do_not_send";
        trace("a person decides:", text);
        if (decision == "do_not_send") ledger_.is_not_to_be_sent(text.at("body"));
        const auto done = call({{"do", "decide"}, {"id", text.at("id")}, {"decision", decision}});
        ++asked_;
        wake();
        if (!done) return;  // it was killed: they look again later
    }
}

/// The troubles pass, time passes, people decide: everything comes to its end.
void Trial::settle() {
    trace("settling");
    is_dying_ = false;
    carrier_.is_list_down = false;
    moment_.is_disk_full = 0;
    moment_.now_ms = moment_.right_ms();
    Lies& lies = carrier_.lies;
    lies.lost_before = lies.lost_after = lies.late = lies.error_before = lies.error_after = 0;
    lies.busy = lies.unreachable = lies.shift = 0;
    if (!process_.is_running()) restart();
    const std::int64_t end = moment_.passed_ms + max_settling_ms;
    std::optional<json> all;
    std::int64_t min_ms = 500;
    do {
        deliver();
        call({{"do", "poll"}});
        people_decide();
        all = texts();
        const bool is_over = all && std::all_of(all->begin(), all->end(), is_settled);
        if (is_over) break;
        if (min_ms > minute_ms) slept_ = moment_.passed_ms;
        moment_.pass(std::clamp(deliver_at_ - moment_.passed_ms, min_ms, hour_ms));
        min_ms += min_ms / 50;  // who asks to be called at once again and again has something wrong
    } while (moment_.passed_ms < end);
    if (moment_.passed_ms >= end) {
        for (const json& text : *all) {
            if (!is_settled(text)) outcome_.findings.push_back("stands still: " + text.dump());
        }
    }
    log_all();
    const json stored = texts().value_or(json::array());
    for (std::string& finding : ledger_.check_handsets(stored, carrier_))
        outcome_.findings.push_back(std::move(finding));
    for (std::string& finding : ledger_.check_log(stored))
        outcome_.findings.push_back(std::move(finding));
    process_.kill();
}

void Trial::log_all() {
    for (int i = 0; i < 3; ++i) {
        call({{"do", "poll"}});
        moment_.pass(13 * hour_ms);
        call({{"do", "poll"}});
        call({{"do", "log"}});
    }
}

}  // namespace soak
