#include "carrier/request_log.hpp"

namespace mock_host {

std::string without_key(const std::string& url) {
    const std::size_t last = url.rfind('/');
    return last == std::string::npos ? url : url.substr(0, last + 1) + "(hidden)";
}

void RequestLog::add(const ApiRequest& request, const std::string& fault, int status, Moment when) {
    LoggedRequest entry{request.method, request.path, request.parameters, fault, status, when};
    for (auto& [name, value] : entry.parameters) {
        if (name == "password" || name == "session") value = "(hidden)";
        if (name == "url") value = without_key(value);
    }
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(entry));
    while (requests_.size() > most_)
        requests_.pop_front();
}

std::vector<LoggedRequest> RequestLog::all() const {
    const std::lock_guard lock(mutex_);
    return {requests_.begin(), requests_.end()};
}

void RequestLog::clear() {
    const std::lock_guard lock(mutex_);
    requests_.clear();
}

}  // namespace mock_host
