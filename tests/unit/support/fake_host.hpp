#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/message_log.hpp"
#include "core/notifier.hpp"
#include "core/record_directory.hpp"

namespace send_text::testing {

/// The host's records: a name and numbers (E.164) for each.
class FakeDirectory final : public RecordDirectory {
  public:
    struct Person {
        RecordRef record;
        std::string name;
        std::vector<std::string> numbers;
    };

    void fetch(std::span<const RecordRef> records,
               const std::function<bool(std::size_t, const RecordDetails*)>& found) override {
        if (fails) throw std::runtime_error("The host does not answer.");
        for (std::size_t index = 0; index < records.size(); ++index) {
            const auto person = std::find_if(people.begin(), people.end(), [&](const Person& candidate) {
                return candidate.record == records[index];
            });
            RecordDetails details;
            if (person != people.end()) {
                details.record = person->record;
                details.display_name = person->name;
            }
            if (!found(index, person != people.end() ? &details : nullptr)) return;
        }
    }

    void update_method(const RecordRef&, std::int64_t, const std::string&, const std::string&) override {}
    std::vector<RecordRef> find_by_phone(const std::string& e164) override {
        if (fails) throw std::runtime_error("The host does not answer.");
        std::vector<RecordRef> result;
        for (const Person& person : people) {
            if (std::find(person.numbers.begin(), person.numbers.end(), e164) != person.numbers.end()) {
                result.push_back(person.record);
            }
        }
        return result;
    }

    std::vector<Person> people;
    bool fails = false;
};

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
