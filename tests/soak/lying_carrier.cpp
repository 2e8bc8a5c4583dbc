#include "soak/lying_carrier.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <iterator>
#include <utility>

namespace soak {
namespace {

using nlohmann::json;

std::string formatted(std::int64_t ms, const char* format) {
    const std::time_t seconds = ms / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), format, &parts);
    return text.data();
}

}  // namespace

std::string parameter(const json& question, const std::string& name) {
    for (const json& pair : question.at("form")) {
        if (pair.at(0) == name) return pair.at(1);
    }
    return {};
}

std::string iso_time(std::int64_t ms) {
    return formatted(ms, "%Y-%m-%dT%H:%M:%SZ");
}

std::string mail_time(std::int64_t ms) {
    return formatted(ms, "%a, %d %b %Y %H:%M:%S +0000");
}

std::int64_t LyingCarrier::clock_ms() const {
    return moment_.right_ms() + lies.ahead_ms;
}

json LyingCarrier::answer(const json& question) {
    moment_.pass(dice_.between(20, 400));
    take_what_is_late();
    json result = question.at("carrier") == "zipwhip" ? zipwhip(question) : twilio(question);
    if (result.contains("lost")) moment_.pass(dice_.percent(50) ? dice_.between(1, 20'000) : 20'000);
    return result;
}

json LyingCarrier::answered(int status, json body) const {
    json result = {{"status", status}, {"body", body.dump()}};
    if (lies.has_date) result["date_ms"] = clock_ms() / 1000 * 1000;
    return result;
}

json LyingCarrier::send(const Order& order) {
    const Death death = std::exchange(next_death, Death::none);
    if (death == Death::before) return {{"die", true}};
    const std::int64_t roll = dice_.between(1, 100);
    std::int64_t bound = 0;
    const auto is = [&](std::int64_t chance) { return roll <= (bound += chance); };
    if (is(lies.unreachable)) return {{"not_sent", true}};
    if (is(lies.busy)) {
        json busy = answered(429, {{"code", 20429}, {"message", "Too Many Requests"}, {"status", 429}});
        if (dice_.percent(50)) busy["retry_after"] = dice_.between(1, 60);
        return busy;
    }
    if (is(lies.lost_before)) return {{"lost", true}};
    if (is(lies.late)) {
        late_.push_back({moment_.passed_ms + dice_.between(1, 60) * second_ms, order});
        return {{"lost", true}};
    }
    if (is(lies.error_before)) return own_error(order.carrier);
    if (order.number.ends_with('7')) return rejected(order.carrier);
    const std::int64_t serial = take(order);
    if (death == Death::after) return {{"die", true}};
    // The process gets the answer, and no further than a few writes.
    if (death == Death::soon) moment_.disk_calls_until_kill = dice_.between(0, 8);
    if (is(lies.lost_after)) return {{"lost", true}};
    if (is(lies.error_after)) return own_error(order.carrier);
    return taken(order, serial);
}

std::int64_t LyingCarrier::take(const Order& order) {
    received_.push_back({order.line, order.number, order.body, moment_.passed_ms, false});
    KeptMessage& message = keep(order, true);
    message.body = listed_words(order.body);
    message.is_unreadable = dice_.percent(lies.unreadable);
    return message.serial;
}

KeptMessage& LyingCarrier::keep(const Order& order, bool is_outbound) {
    kept_.push_back({.carrier = order.carrier,
                     .account = order.account,
                     .serial = static_cast<std::int64_t>(kept_.size()) + 1,
                     .is_outbound = is_outbound,
                     .line = order.line,
                     .number = order.number,
                     .body = order.body,
                     .stamp_ms = clock_ms(),
                     .listed_from = listed_from(),
                     .is_unreadable = false});
    return kept_.back();
}

std::int64_t LyingCarrier::listed_from() {
    if (lies.max_lag_ms > 0 && dice_.percent(10)) {
        lag_ms_ = dice_.between(0, dice_.percent(50) ? lies.max_lag_ms : lies.max_lag_ms / 20);
    }
    last_listed_ = std::max(last_listed_, moment_.passed_ms + lag_ms_);
    return last_listed_ + dice_.between(0, lies.jitter_ms);
}

std::string LyingCarrier::listed_words(const std::string& body) {
    if (!dice_.percent(lies.altered)) return body;
    switch (dice_.between(0, 3)) {
        case 0:
            return body + " Reply STOP to end.";
        case 1:
            return body.substr(0, body.size() / 2);
        case 2:
            return "Acme Staffing: " + body;
        default:
            break;
    }
    std::string words = body;
    for (char& c : words) {
        if (c == '\'') c = '`';
        if (c == '?') c = '!';
    }
    return words;
}

void LyingCarrier::take_what_is_late() {
    const std::int64_t now = moment_.passed_ms;
    std::vector<Late> due;
    std::copy_if(late_.begin(), late_.end(), std::back_inserter(due),
                 [now](const Late& late) { return late.at <= now; });
    std::erase_if(late_, [now](const Late& late) { return late.at <= now; });
    for (const Late& late : due) {
        if (!late.order.number.ends_with('7')) take(late.order);
    }
}

void LyingCarrier::reply(const std::string& carrier, const std::string& account, const std::string& line,
                         const std::string& number, const std::string& body) {
    KeptMessage& message = keep({carrier, account, line, number, body}, false);
    message.is_unreadable = dice_.percent(lies.unreadable);
}

void LyingCarrier::write_in_application(const std::string& carrier, const std::string& account,
                                        const std::string& line, const std::string& number,
                                        const std::string& body) {
    keep({carrier, account, line, number, body}, true);
    received_.push_back({line, number, body, moment_.passed_ms, true});
}

std::int64_t LyingCarrier::count(const std::string& number, const std::string& body) const {
    return std::count_if(received_.begin(), received_.end(), [&](const Received& text) {
        return text.number == number && text.body == body && !text.is_from_application;
    });
}

/// What the account lists now, newest first.
std::vector<const KeptMessage*> LyingCarrier::listed(const json& question) const {
    std::vector<const KeptMessage*> result;
    for (auto message = kept_.rbegin(); message != kept_.rend(); ++message) {
        if (message->carrier == question.at("carrier") && message->account == question.at("account") &&
            message->listed_from <= moment_.passed_ms)
            result.push_back(&*message);
    }
    return result;
}

std::size_t LyingCarrier::page_length(std::size_t wanted, std::size_t left) {
    std::size_t length = wanted;
    if (lies.page_cap > 0) length = std::min(length, static_cast<std::size_t>(lies.page_cap));
    length = std::min(length, left);
    if (length > 1 && length < left && dice_.percent(lies.short_page))
        length = static_cast<std::size_t>(dice_.between(1, static_cast<std::int64_t>(length)));
    return length;
}

/// A reply that comes between two pages moves the rest of the list.
void LyingCarrier::maybe_shift(const json& question) {
    if (kept_.empty() || shifts_left_ == 0 || !dice_.percent(lies.shift)) return;
    --shifts_left_;
    const KeptMessage& last = kept_.back();
    reply(question.at("carrier"), question.at("account"), last.line, last.number, "Yes");
}

}  // namespace soak
