#include "gateway/zipwhip/session_keys.hpp"

namespace send_text::zipwhip {

std::string SessionKey::get(const LogIn& log_in) {
    const std::lock_guard lock(mutex_);
    if (value_.empty()) value_ = log_in();
    return value_;
}

std::string SessionKey::renew(const std::string& refused, const LogIn& log_in) {
    const std::lock_guard lock(mutex_);
    if (value_ == refused) value_.clear();
    if (value_.empty()) value_ = log_in();
    return value_;
}

std::shared_ptr<SessionKey> SessionKeys::of(const std::string& base_url, const Credentials& credentials) {
    const std::lock_guard lock(mutex_);
    auto& key = keys_[{base_url, credentials.username, credentials.password}];
    if (!key) key = std::make_shared<SessionKey>();
    return key;
}

}  // namespace send_text::zipwhip
