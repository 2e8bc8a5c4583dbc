#include "carrier/fault_rules.hpp"

#include <array>
#include <set>
#include <stdexcept>

#include "staffing_json/bounded_json.hpp"

namespace mock_host {

namespace {

using nlohmann::json;

constexpr std::array<std::pair<FaultKind, const char*>, 17> kind_names{{
    {FaultKind::latency, "latency"},
    {FaultKind::status, "status"},
    {FaultKind::status_after, "status_after"},
    {FaultKind::error_with_200, "error_with_200"},
    {FaultKind::error_with_200_after, "error_with_200_after"},
    {FaultKind::cut_before, "cut_before"},
    {FaultKind::cut_after, "cut_after"},
    {FaultKind::garbage, "garbage"},
    {FaultKind::garbage_after, "garbage_after"},
    {FaultKind::hang, "hang"},
    {FaultKind::hang_after, "hang_after"},
    {FaultKind::list_lag, "list_lag"},
    {FaultKind::list_short, "list_short"},
    {FaultKind::list_shift, "list_shift"},
    {FaultKind::list_nonsense, "list_nonsense"},
    {FaultKind::list_altered, "list_altered"},
    {FaultKind::list_equal_ids, "list_equal_ids"},
}};

FaultKind kind_from(const json& rule) {
    if (!rule.contains("fault") || !rule["fault"].is_string()) {
        throw std::invalid_argument("\"fault\" is missing or not a string");
    }
    const auto name = rule["fault"].get<std::string>();
    for (const auto& [kind, known] : kind_names) {
        if (name == known) return kind;
    }
    throw std::invalid_argument("the fault \"" + name + "\" is unknown");
}

std::optional<std::int64_t> whole_number(const json& rule, const char* key, std::int64_t least,
                                         std::int64_t most) {
    if (!rule.contains(key)) return std::nullopt;
    const json& value = rule[key];
    if (!value.is_number_integer() || value < least || value > most) {
        throw std::invalid_argument("\"" + std::string(key) + "\" must be a whole number from " +
                                    std::to_string(least) + " to " + std::to_string(most));
    }
    return value.get<std::int64_t>();
}

std::int64_t needed(std::optional<std::int64_t> value, const char* key) {
    if (!value) throw std::invalid_argument("\"" + std::string(key) + "\" is missing");
    return *value;
}

std::string text(const json& rule, const char* key) {
    if (!rule.contains(key)) return {};
    if (!rule[key].is_string()) throw std::invalid_argument("\"" + std::string(key) + "\" must be a string");
    return rule[key].get<std::string>();
}

std::set<std::string> keys_of(FaultKind kind) {
    switch (kind) {
        case FaultKind::latency:
            return {"milliseconds"};
        case FaultKind::status:
        case FaultKind::status_after:
            return {"status", "retry_after_seconds"};
        case FaultKind::error_with_200:
        case FaultKind::error_with_200_after:
            return {"code", "message"};
        case FaultKind::list_lag:
            return {"seconds"};
        case FaultKind::list_short:
        case FaultKind::list_shift:
            return {"entries"};
        case FaultKind::list_nonsense:
            return {"entry"};
        case FaultKind::list_altered:
            return {"appended"};
        default:
            return {};
    }
}

void refuse_unknown_keys(const json& rule, FaultKind kind) {
    std::set<std::string> known{"fault", "method", "path", "skip", "times"};
    known.merge(keys_of(kind));
    for (const auto& [key, value] : rule.items()) {
        if (!known.contains(key)) {
            throw std::invalid_argument("\"" + key + "\" does not belong to the fault \"" + to_string(kind) +
                                        "\"");
        }
    }
}

FaultRule rule_from(const json& source) {
    constexpr std::int64_t many = 1'000'000'000;
    if (!source.is_object()) throw std::invalid_argument("it is not an object");
    FaultRule rule;
    rule.kind = kind_from(source);
    refuse_unknown_keys(source, rule.kind);
    rule.method = text(source, "method");
    rule.path = text(source, "path");
    if (!rule.path.empty() && rule.path.front() != '/') {
        throw std::invalid_argument("\"path\" must begin with \"/\"");
    }
    rule.skip = static_cast<std::uint64_t>(whole_number(source, "skip", 0, many).value_or(0));
    if (const auto times = whole_number(source, "times", 0, many))
        rule.times = static_cast<std::uint64_t>(*times);
    switch (rule.kind) {
        case FaultKind::latency:
            rule.milliseconds = static_cast<std::uint64_t>(
                needed(whole_number(source, "milliseconds", 0, 3'600'000), "milliseconds"));
            break;
        case FaultKind::status:
        case FaultKind::status_after:
            rule.status = static_cast<int>(needed(whole_number(source, "status", 200, 599), "status"));
            if (const auto seconds = whole_number(source, "retry_after_seconds", 0, 86'400)) {
                rule.retry_after_seconds = static_cast<int>(*seconds);
            }
            break;
        case FaultKind::error_with_200:
        case FaultKind::error_with_200_after:
            if (const auto code = whole_number(source, "code", -100'000, 100'000))
                rule.code = static_cast<int>(*code);
            rule.message = text(source, "message");
            break;
        case FaultKind::list_lag:
            rule.list.lag =
                std::chrono::seconds(needed(whole_number(source, "seconds", 0, 86'400), "seconds"));
            break;
        case FaultKind::list_short:
            rule.list.max_entries =
                static_cast<std::size_t>(needed(whole_number(source, "entries", 1, 1'000), "entries"));
            break;
        case FaultKind::list_shift:
            rule.list.arriving =
                static_cast<int>(needed(whole_number(source, "entries", -1'000, 1'000), "entries"));
            break;
        case FaultKind::list_nonsense:
            rule.list.nonsense = source.value("entry", json::object()).dump();
            break;
        case FaultKind::list_altered:
            rule.list.appended = text(source, "appended");
            break;
        case FaultKind::list_equal_ids:
            rule.list.has_equal_ids = true;
            break;
        default:
            break;
    }
    return rule;
}

json json_of(const FaultRule& rule) {
    json result{{"fault", to_string(rule.kind)},
                {"skip", rule.skip},
                {"matched", rule.matched},
                {"applied", rule.applied}};
    if (!rule.method.empty()) result["method"] = rule.method;
    if (!rule.path.empty()) result["path"] = rule.path;
    if (rule.times) result["times"] = *rule.times;
    if (rule.kind == FaultKind::latency) result["milliseconds"] = rule.milliseconds;
    if (rule.status != 0) result["status"] = rule.status;
    if (rule.retry_after_seconds) result["retry_after_seconds"] = *rule.retry_after_seconds;
    if (rule.code) result["code"] = *rule.code;
    if (!rule.message.empty()) result["message"] = rule.message;
    if (rule.kind == FaultKind::list_lag) result["seconds"] = rule.list.lag.count();
    if (rule.list.max_entries) result["entries"] = *rule.list.max_entries;
    if (rule.kind == FaultKind::list_shift) result["entries"] = rule.list.arriving;
    if (!rule.list.nonsense.empty()) result["entry"] = staffing::json_or_discarded(rule.list.nonsense);
    if (rule.kind == FaultKind::list_altered) result["appended"] = rule.list.appended;
    return result;
}

}  // namespace

std::string to_string(FaultKind kind) {
    for (const auto& [known, name] : kind_names) {
        if (known == kind) return name;
    }
    throw std::logic_error("a fault without a name");
}

bool is_carried_out(FaultKind kind) {
    switch (kind) {
        case FaultKind::status:
        case FaultKind::error_with_200:
        case FaultKind::cut_before:
        case FaultKind::garbage:
        case FaultKind::hang:
            return false;
        default:
            return true;
    }
}

bool is_of_list(FaultKind kind) {
    switch (kind) {
        case FaultKind::list_lag:
        case FaultKind::list_short:
        case FaultKind::list_shift:
        case FaultKind::list_nonsense:
        case FaultKind::list_altered:
        case FaultKind::list_equal_ids:
            return true;
        default:
            return false;
    }
}

void FaultRules::replace(const json& rules) {
    if (!rules.is_array()) throw std::invalid_argument("the faults must be a list of rules");
    std::vector<FaultRule> fresh;
    for (const json& rule : rules) {
        try {
            fresh.push_back(rule_from(rule));
        } catch (const std::invalid_argument& e) {
            throw std::invalid_argument("rule " + std::to_string(fresh.size() + 1) + ": " + e.what());
        }
    }
    const std::lock_guard lock(mutex_);
    rules_ = std::move(fresh);
}

json FaultRules::to_json() const {
    const std::lock_guard lock(mutex_);
    json list = json::array();
    for (const FaultRule& rule : rules_)
        list.push_back(json_of(rule));
    return list;
}

void FaultRules::clear() {
    const std::lock_guard lock(mutex_);
    rules_.clear();
}

std::optional<FaultRule> FaultRules::take(const std::string& method, const std::string& path) {
    const std::lock_guard lock(mutex_);
    std::optional<FaultRule> taken;
    for (FaultRule& rule : rules_) {
        if (taken && !is_of_list(rule.kind)) continue;
        if (!rule.method.empty() && rule.method != method) continue;
        if (!rule.path.empty() && rule.path != path) continue;
        ++rule.matched;
        if (rule.matched <= rule.skip) continue;
        if (rule.times && rule.applied >= *rule.times) continue;
        ++rule.applied;
        if (!taken) {
            taken = rule;
            if (!is_of_list(rule.kind)) break;
        } else {
            taken->list.add(rule.list);
        }
    }
    return taken;
}

}  // namespace mock_host
