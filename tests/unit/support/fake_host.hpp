#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/message_log.hpp"
#include "core/notifier.hpp"

namespace send_text::testing {

/// The host's messages: the same key is the same message.
class FakeMessageLog final : public MessageLog {
  public:
    std::string add(const LoggedMessage& message) override {
        ++calls;
        if (fails) throw MessageLogError("The host's database is closed.");
        if (records_are_gone) return {};
        const auto [stored, is_new] = messages.try_emplace(message.key, message);
        if (is_new) order.push_back(message.key);
        return "message-" + stored->first;
    }

    /// The n-th message, from 0.
    const LoggedMessage& at(std::size_t index) const { return messages.at(order.at(index)); }

    std::map<std::string, LoggedMessage> messages;
    std::vector<std::string> order;
    std::int64_t calls = 0;
    bool fails = false;
    bool records_are_gone = false;
};

class FakeNotifier final : public Notifier {
  public:
    void show(const Notice& notice) override { notifications.push_back(notice); }

    std::vector<Notice> notifications;
};

}  // namespace send_text::testing
