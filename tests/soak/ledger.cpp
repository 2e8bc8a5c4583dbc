#include "soak/ledger.hpp"

#include <algorithm>
#include <sstream>

namespace soak {
namespace {

using nlohmann::json;

/// "#17#": what stands in one text, or its twins, alone.
std::string token_of(const std::string& body) {
    return body.substr(0, body.find('#', 1) + 1);
}

/// The lines that have it.
std::vector<std::string> lines_with(const std::string& token, const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        if (line.find(token) != std::string::npos) lines.push_back(std::move(line));
    return lines;
}

}  // namespace

bool is_settled(const json& text) {
    static const std::set<std::string> settled = {"accepted", "delivered", "rejected", "failed", "cancelled"};
    return settled.contains(text.at("state"));
}

bool counts_as_sent(const json& text) {
    static const std::set<std::string> sent = {"accepted", "delivered", "failed"};
    return sent.contains(text.at("state"));
}

std::int64_t Ledger::Group::sent() const {
    std::int64_t sent = 0;
    for (const char* const state : {"accepted", "delivered", "failed"}) {
        if (const auto found = states.find(state); found != states.end()) sent += found->second;
    }
    return sent;
}

std::string Ledger::Group::described() const {
    std::string words = std::to_string(committed) + " committed";
    for (const auto& [state, count] : states)
        words += ", " + std::to_string(count) + " " + state;
    return words;
}

std::map<Ledger::Key, Ledger::Group> Ledger::groups(const json& texts) const {
    std::map<Key, Group> groups;
    for (const Committed& text : committed) {
        Group& group = groups[{text.number, text.body}];
        ++group.committed;
        if (text.is_confirmed) ++group.confirmed;
        if (text.may_be_missing) ++group.missing;
    }
    for (const json& text : texts) {
        Group& group = groups[{text.at("number"), text.at("body")}];
        ++group.states[text.at("state")];
        ++group.stored;
    }
    return groups;
}

std::vector<std::string> Ledger::check_handsets(const json& texts, const LyingCarrier& carrier) const {
    std::vector<std::string> findings;
    for (const auto& [key, group] : groups(texts)) {
        const std::int64_t received = carrier.count(key.first, key.second);
        const std::string which = token_of(key.second) + " to " + key.first + ": " +
                                  std::to_string(received) + " at the handset, " + group.described();
        if (received > group.committed) findings.push_back("texted twice: " + which);
        if (group.stored > group.committed) findings.push_back("in the store more than once: " + which);
        if (group.stored < group.confirmed - group.missing) findings.push_back("gone: " + which);
        if (received < group.sent()) findings.push_back("lost: " + which);
        if (group.missing == 0 && received > group.sent() && received <= group.committed)
            findings.push_back("sent, but not said to be: " + which);
    }
    return findings;
}

/// Each text that left stands in the log once as sent, and each that was rejected, or that a person did not
/// want sent, once as not sent. More often only where a store that was put back has it again; and what turned
/// out to have been sent though a person did not want it may stand as not sent from before.
std::vector<std::string> Ledger::check_log(const json& texts) const {
    struct Wanted {
        std::int64_t sent = 0;
        std::int64_t not_sent = 0;
    };
    std::map<std::string, Wanted> wanted;
    for (const json& text : texts) {
        Wanted& of_token = wanted[token_of(text.at("body"))];
        if (counts_as_sent(text)) ++of_token.sent;
        // What was stopped stands nowhere.
        const bool was_decided = text.at("reason").get<std::string>().ends_with("decided not to send it.");
        if (text.at("state") == "rejected" || (text.at("state") == "cancelled" && was_decided))
            ++of_token.not_sent;
    }
    std::vector<std::string> findings;
    for (const auto& [token, count] : wanted) {
        Wanted found;
        std::int64_t apart = 0;
        std::string lines;
        for (const auto& [key, text] : logged) {
            for (const std::string& line : lines_with(token, text)) {
                ++(line.find(" [NOT SENT") == std::string::npos ? found.sent : found.not_sent);
                if (line.find("(from the carrier's own application)") != std::string::npos) ++apart;
                lines += "\n      " + line;
            }
        }
        if (may_be_filed_apart && found.sent > count.sent)
            found.sent = std::max(count.sent, found.sent - apart);
        const auto unwanted = not_to_be_sent.find(token);
        const std::int64_t not_sent_at_most =
            std::max(count.not_sent, unwanted == not_to_be_sent.end() ? 0 : unwanted->second);
        const bool is_missing = found.sent < count.sent || found.not_sent < count.not_sent;
        const bool is_there_twice = found.sent > count.sent || found.not_sent > not_sent_at_most;
        if (!is_missing && (!is_there_twice || store_went_back)) continue;
        findings.push_back("in the log " + std::to_string(found.sent) + " times as sent, of " +
                           std::to_string(count.sent) + ", and " + std::to_string(found.not_sent) +
                           " times as not sent, of " + std::to_string(count.not_sent) + ": " + token + lines);
    }
    return findings;
}

void Ledger::is_not_to_be_sent(const std::string& body) {
    ++not_to_be_sent[token_of(body)];
}

std::int64_t Ledger::last_committed(const std::string& number, const std::string& body) const {
    std::int64_t at = 0;
    for (const Committed& text : committed) {
        if (text.number == number && text.body == body) at = std::max(at, text.at);
    }
    return at;
}

std::int64_t Ledger::count_overtaken(const LyingCarrier& carrier) const {
    std::map<std::string, std::int64_t> order;  // by token
    std::map<std::string, std::int64_t> identical_texts;
    for (const Committed& text : committed) {
        order.try_emplace(token_of(text.body), static_cast<std::int64_t>(order.size()));
        ++identical_texts[token_of(text.body)];
    }
    std::map<std::string, std::int64_t> newest;  // by line and number
    std::int64_t overtaken = 0;
    for (const Received& text : carrier.received()) {
        if (text.is_from_application || identical_texts[token_of(text.body)] > 1)
            continue;  // which twin it is: who knows
        std::int64_t& last = newest[text.line + text.number];
        const std::int64_t place = order[token_of(text.body)];
        if (place < last) ++overtaken;
        last = std::max(last, place);
    }
    return overtaken;
}

}  // namespace soak
