#include "webhooks/recent_events.hpp"

#include <Poco/SHA2Engine.h>

namespace send_text {
namespace {

constexpr std::size_t max_known = 10'000;

std::string hash_of(const std::string& line, const std::string& id) {
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    engine.update(line + ' ' + id);
    const auto& digest = engine.digest();
    return {digest.begin(), digest.end()};
}

}  // namespace

bool RecentEvents::are_known(const std::string& line, const std::vector<std::string>& ids) {
    const MutexLock lock(mutex_);
    bool is_known = false;
    for (const std::string& id : ids) {
        const auto [place, is_new] = known_.insert(hash_of(line, id));
        if (is_new) {
            in_order_.push_back(*place);
        } else {
            is_known = true;
        }
    }
    while (in_order_.size() > max_known) {
        known_.erase(in_order_.front());
        in_order_.pop_front();
    }
    return is_known;
}

}  // namespace send_text
