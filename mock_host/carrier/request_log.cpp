#include "carrier/request_log.hpp"

#include <set>

#include "carrier/web_address.hpp"

namespace mock_host {

namespace {

const std::set<std::string> secrets{"password", "session", "AuthToken"};
const std::set<std::string> webhook_addresses{"url", "StatusCallback", "webhook_url", "webhook_failover_url"};

}  // namespace

void RequestLog::add(const ApiRequest& request, const std::string& fault, int status, Moment when) {
    LoggedRequest entry{request.method, request.path, request.parameters, fault, status, when};
    for (auto& [name, value] : entry.parameters) {
        if (secrets.contains(name)) value = "(hidden)";
        if (webhook_addresses.contains(name)) value = without_key(value);
    }
    const std::lock_guard lock(mutex_);
    ++changes_;
    requests_.push_back(std::move(entry));
    while (requests_.size() > limit_)
        requests_.pop_front();
}

std::vector<LoggedRequest> RequestLog::all() const {
    const std::lock_guard lock(mutex_);
    return {requests_.begin(), requests_.end()};
}

std::uint64_t RequestLog::changes() const {
    const std::lock_guard lock(mutex_);
    return changes_;
}

void RequestLog::clear() {
    const std::lock_guard lock(mutex_);
    ++changes_;
    requests_.clear();
}

}  // namespace mock_host
