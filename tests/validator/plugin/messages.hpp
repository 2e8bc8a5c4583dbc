#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "host_services.hpp"

namespace sound {

/// Messages on their way to the host's log. Those that it could not take are kept and tried again.
class Messages {
  public:
    explicit Messages(const HostServices& host) : host_(host) {}

    /// Logs what was said to these records. Worker.
    void log(const std::string& text, const std::vector<staffing_record_ref>& records);

    /// Tries again those that are left, of all records or of one; whether none is left of them. Worker.
    bool flush(const staffing_record_ref* only);

    void merged(const staffing_record_ref& loser, const staffing_record_ref& survivor);
    void deleted(const staffing_record_ref& record);

  private:
    struct Message {
        std::string key;
        std::string text;
        std::vector<staffing_record_ref> records;
    };

    bool add(const Message& message) const;

    const HostServices& host_;
    std::mutex mutex_;
    std::vector<Message> left_;
};

}  // namespace sound
