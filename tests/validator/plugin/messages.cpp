#include "messages.hpp"

#include <algorithm>
#include <random>

#include "staffing_cpp/text.hpp"

namespace sound {
namespace {

using staffing::abi;

bool is_same(const staffing_record_ref& one, const staffing_record_ref& other) {
    return one.kind == other.kind && one.id == other.id;
}

std::string new_key() {
    std::random_device random;
    return "sound_plugin." + std::to_string(random()) + "." + std::to_string(random());
}

}  // namespace

bool Messages::add(const Message& message) const {
    if (host_.message_log == nullptr) return false;
    staffing_message given{};
    given.struct_size = sizeof given;
    given.key = abi(message.key);
    given.action_code = abi("Text");
    given.text = abi(message.text);
    given.records = message.records.data();
    given.record_count = message.records.size();
    std::int64_t id = 0;
    const staffing_status status = host_.message_log->add(host_.host, &given, &id, nullptr);
    return status == STAFFING_STATUS_OK ||
           status == STAFFING_STATUS_NOT_FOUND;  // none of them is there any more
}

void Messages::log(const std::string& text, const std::vector<staffing_record_ref>& records) {
    const Message message{new_key(), text, records};
    if (add(message)) return;
    const std::lock_guard lock(mutex_);
    left_.push_back(message);
}

bool Messages::flush(const staffing_record_ref* only) {
    std::vector<Message> wanted;
    {
        const std::lock_guard lock(mutex_);
        const auto is_wanted = [&](const Message& message) {
            return only == nullptr ||
                   std::any_of(message.records.begin(), message.records.end(),
                               [&](const staffing_record_ref& record) { return is_same(record, *only); });
        };
        std::copy_if(left_.begin(), left_.end(), std::back_inserter(wanted), is_wanted);
        std::erase_if(left_, is_wanted);
    }
    std::erase_if(wanted, [&](const Message& message) { return add(message); });
    const std::lock_guard lock(mutex_);
    left_.insert(left_.end(), wanted.begin(), wanted.end());
    return wanted.empty();
}

void Messages::merged(const staffing_record_ref& loser, const staffing_record_ref& survivor) {
    const std::lock_guard lock(mutex_);
    for (Message& message : left_)
        for (staffing_record_ref& record : message.records)
            if (is_same(record, loser)) record = survivor;
}

void Messages::deleted(const staffing_record_ref& record) {
    const std::lock_guard lock(mutex_);
    for (Message& message : left_)
        std::erase_if(message.records, [&](const auto& one) { return is_same(one, record); });
    std::erase_if(left_, [](const Message& message) { return message.records.empty(); });
}

}  // namespace sound
