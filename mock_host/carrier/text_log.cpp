#include "carrier/text_log.hpp"

#include <utility>

namespace mock_host {

std::vector<TextStep> steps_of_request(const ApiRequest& request, Moment when, const std::string& then) {
    TextStep requested{"requested", when};
    requested.words = request.method + " " + request.path;
    return {std::move(requested), {then, when}};
}

void TextLog::add(TextWay text) {
    const std::lock_guard lock(mutex_);
    if (!text.message_id.empty()) place_[text.message_id] = dropped_ + texts_.size();
    texts_.push_back(std::move(text));
    while (texts_.size() > limit_) {
        place_.erase(texts_.front().message_id);
        texts_.pop_front();
        ++dropped_;
    }
}

void TextLog::step(const std::string& message_id, TextStep step) {
    const std::lock_guard lock(mutex_);
    const auto place = place_.find(message_id);
    if (place != place_.end()) texts_[place->second - dropped_].steps.push_back(std::move(step));
}

std::vector<TextWay> TextLog::all() const {
    const std::lock_guard lock(mutex_);
    return {texts_.begin(), texts_.end()};
}

void TextLog::clear() {
    const std::lock_guard lock(mutex_);
    dropped_ = 0;
    texts_.clear();
    place_.clear();
}

}  // namespace mock_host
