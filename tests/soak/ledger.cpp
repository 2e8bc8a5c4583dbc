#include "soak/ledger.hpp"

namespace soak {
namespace {

using nlohmann::json;

/// "#17#": what stands in one text, or its twins, alone.
std::string token_of(const std::string& body) {
    return body.substr(0, body.find('#', 1) + 1);
}

std::int64_t count_in(const std::string& text, const std::string& token) {
    std::int64_t count = 0;
    for (auto at = text.find(token); at != std::string::npos; at = text.find(token, at + token.size()))
        ++count;
    return count;
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

/// Each text that left stands in the log once; more often only where a store that was put back has it again.
std::vector<std::string> Ledger::check_log(const json& texts) const {
    std::map<std::string, std::int64_t> wanted;
    for (const json& text : texts) {
        if (text.at("state") != "cancelled") ++wanted[token_of(text.at("body"))];
    }
    std::vector<std::string> findings;
    for (const auto& [token, count] : wanted) {
        std::int64_t found = 0;
        for (const auto& [key, text] : logged)
            found += count_in(text, token);
        if (found < count || (found > count && !store_went_back)) {
            findings.push_back("in the log " + std::to_string(found) + " times: " + token + ", of " +
                               std::to_string(count));
        }
    }
    return findings;
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
    for (const Committed& text : committed)
        order.try_emplace(token_of(text.body), static_cast<std::int64_t>(order.size()));
    std::map<std::string, std::int64_t> newest;  // by line and number
    std::int64_t overtaken = 0;
    for (const Received& text : carrier.received()) {
        if (text.is_from_application) continue;
        std::int64_t& last = newest[text.line + text.number];
        const std::int64_t place = order[token_of(text.body)];
        if (place < last) ++overtaken;
        last = std::max(last, place);
    }
    return overtaken;
}

}  // namespace soak
