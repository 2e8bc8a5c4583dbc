#include "gateway/zipwhip/session_keys.hpp"

#include <utility>

namespace send_text::zipwhip {

Secret SessionKey::get(const LogIn& log_in) {
    const MutexLock lock(mutex_);
    if (value_.empty()) value_ = log_in();
    return value_;
}

Secret SessionKey::renew(const Secret& refused, const LogIn& log_in) {
    const MutexLock lock(mutex_);
    if (value_ == refused) value_ = Secret();
    if (value_.empty()) value_ = log_in();
    return value_;
}

void SessionKey::replace(Secret key) {
    const MutexLock lock(mutex_);
    value_ = std::move(key);
}

std::shared_ptr<SessionKey> SessionKeys::of(const std::string& base_url, const Credentials& credentials) {
    const MutexLock lock(mutex_);
    auto& key = keys_[{base_url, credentials.username, credentials.password}];
    if (!key) key = std::make_shared<SessionKey>();
    return key;
}

}  // namespace send_text::zipwhip
