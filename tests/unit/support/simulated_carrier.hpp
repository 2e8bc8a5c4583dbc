#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/clock.hpp"
#include "core/e164.hpp"
#include "core/subscriber_number.hpp"
#include "core/time.hpp"
#include "gateway/line_gateways.hpp"
#include "model/line_id.hpp"

namespace send_text::testing {

/// The plug-in's process ends here. Not an exception of the standard's, so that nothing handles it.
struct Crash {};

/// What goes wrong with a request to send.
enum class Fault {
    none,
    reject,        ///< taken for good reasons as never to be sent
    busy,          ///< 429
    stop_line,     ///< credentials refused
    proxy,         ///< not the carrier answers, but a proxy before it
    cut_before,    ///< the connection breaks before the carrier has the text
    cut_after,     ///< it has the text, and the answer is lost
    cut_late,      ///< the same, and the carrier lists the text only after half a minute
    throw_before,  ///< the gateway itself fails
    throw_after,
    crash_before,
    crash_after,
    ended_before,  ///< Send Text is shutting down
    ended_after,
};

/// A carrier's account of one line: what it was sent, what came in, and what goes wrong. One thread.
class SimulatedCarrier final : public Gateway {
  public:
    SimulatedCarrier(std::string name, Clock& clock) : name_(std::move(name)), clock_(clock) {}

    void log_in() override {}

    SendResult send(const E164& number, const std::string& body) override {
        ++send_requests;
        switch (next_fault ? next_fault(number) : Fault::none) {
            case Fault::none:
                return {SendOutcome::accepted, take(number, body), {}, std::nullopt};
            case Fault::reject:
                return {SendOutcome::rejected, {}, "Not a mobile number.", std::nullopt, fact};
            case Fault::busy:
                return {SendOutcome::refused, {}, "Too many requests.", retry_after};
            case Fault::stop_line:
                return {SendOutcome::line_stopped, {}, "Password refused.", std::nullopt};
            case Fault::proxy:
                return {SendOutcome::not_the_carrier, {}, "A proxy answered.", std::nullopt};
            case Fault::cut_before:
                break;
            case Fault::cut_after:
                take(number, body);
                break;
            case Fault::cut_late:
                take(number, body, 30s);
                break;
            case Fault::throw_before:
                throw std::runtime_error("before " + body + number.str());
            case Fault::throw_after:
                take(number, body);
                throw std::runtime_error("after " + body + number.str());
            case Fault::crash_before:
                throw Crash{};
            case Fault::crash_after:
                take(number, body);
                throw Crash{};
            case Fault::ended_before:
                return {SendOutcome::ended_before, {}, "Send Text was ended.", std::nullopt};
            case Fault::ended_after:
                take(number, body);
                return {SendOutcome::ended_meanwhile, {}, "Send Text was ended.", std::nullopt};
        }
        return {SendOutcome::unknown, {}, "The connection broke off.", std::nullopt};
    }

    CarrierPage list_messages(std::int64_t first, std::int64_t limit) override {
        ++list_requests;
        if (is_cancelled) throw Cancelled("Send Text was ended.");
        if (list_fails && list_fails()) throw GatewayError(list_error, "The carrier cannot be reached.");
        std::vector<CarrierMessage> listed;
        for (const CarrierMessage& message : messages) {
            const bool is_hidden = hides && hides(message);
            if (!is_hidden && message.created_at <= clock_.now() - list_lag) listed.push_back(message);
        }
        std::stable_sort(listed.begin(), listed.end(), [](const auto& left, const auto& right) {
            return left.created_at < right.created_at;
        });
        std::reverse(listed.begin(), listed.end());
        const auto size = static_cast<std::int64_t>(listed.size());
        const std::int64_t begin = pages_repeat ? 0 : std::min(first, size);
        const std::int64_t end = std::min(begin + limit, size);
        CarrierPage page{{listed.begin() + begin, listed.begin() + end}, end == size, unreadable};
        page.unreadable.resize(static_cast<std::size_t>(unreadable));
        if (page.is_last) page.broken_off = broken_off;
        page.skipped += static_cast<std::int64_t>(
            std::erase_if(page.messages, [](const CarrierMessage& message) { return message.id.empty(); }));
        return page;
    }

    std::optional<Milliseconds> clock_ahead() const override { return measured_ahead; }
    void set_webhooks(const std::string&, const std::string&) override {}

    /// A person writes to the line. Returns the message's id.
    std::string receive(const E164& number, const std::string& body) {
        return list(Direction::inbound, number, body, clock_.now());
    }

    /// Somebody writes in the carrier's own application, or the carrier takes a text from us.
    std::string take(const E164& number, const std::string& body, Milliseconds listed_after = {}) {
        ++received[number];
        return list(Direction::outbound, number, body, clock_.now() + listed_after);
    }

    std::function<Fault(const E164& number)> next_fault;
    std::optional<Seconds> retry_after;
    std::optional<NumberFact> fact;  ///< what it tells of a number that it rejects
    std::function<bool()> list_fails;
    bool is_cancelled = false;  ///< Send Text is shutting down
    GatewayError::Kind list_error = GatewayError::Kind::unreachable;
    std::optional<Milliseconds> measured_ahead;        ///< by the dates of its answers
    std::function<bool(const CarrierMessage&)> hides;  ///< does not list it now
    Milliseconds list_lag{};                           ///< so much later than it takes a message it lists it
    std::int64_t send_requests = 0;
    std::int64_t list_requests = 0;
    std::int64_t unreadable = 0;            ///< entries of the list's only page that make no sense
    std::optional<std::string> broken_off;  ///< why the list has no end
    bool pages_repeat = false;              ///< each page of the list is the first one
    std::map<E164, int> received;           ///< how many texts each number got
    std::vector<CarrierMessage> messages;   ///< one without an id cannot be read, and is surely inbound

  private:
    std::string list(Direction direction, const E164& number, const std::string& body, TimePoint created_at) {
        std::string id = name_ + std::to_string(++listed_);
        messages.push_back(
            {id, direction, subscriber_number(number), body, created_at, CarrierState::in_progress, {}});
        return id;
    }

    std::string name_;
    Clock& clock_;
    int listed_ = 0;
};

/// Lines with a simulated carrier each.
class SimulatedLines final : public LineGateways {
  public:
    explicit SimulatedLines(Clock& clock) : clock_(clock) {}

    SimulatedCarrier& add(const LineId& line, TimePoint messages_since = {},
                          std::optional<TimePoint> listed_since = {}) {
        lines_[line] = {line, messages_since, listed_since};
        return carriers_.try_emplace(line, "m" + line.str().substr(line.str().size() - 2) + "-", clock_)
            .first->second;
    }
    void remove(const LineId& line) { lines_.erase(line); }

    std::vector<Line> lines() override {
        std::vector<Line> result;
        for (const auto& [id, its_line] : lines_)
            result.push_back(its_line);
        return result;
    }
    Gateway* gateway_of(const LineId& line) override {
        if (secret_fails) throw GatewayError(GatewayError::Kind::credentials_refused, "The secret is gone.");
        return lines_.contains(line) ? &carriers_.at(line) : nullptr;
    }

    LineAccount account_of(const LineId& line) override { return accounts[line]; }

    bool secret_fails = false;
    std::map<LineId, LineAccount> accounts;  ///< by line

  private:
    Clock& clock_;
    std::map<LineId, Line> lines_;
    std::map<LineId, SimulatedCarrier> carriers_;
};

}  // namespace send_text::testing
