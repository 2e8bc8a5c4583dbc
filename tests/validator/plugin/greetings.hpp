#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "audit_trail.hpp"
#include "host_services.hpp"
#include "main_tasks.hpp"
#include "messages.hpp"
#include "staffing/ext/menu.h"
#include "worker.hpp"

namespace sound {

inline constexpr std::string_view say_hello = "sound.say_hello";

/// The windows in which people write what is said to records, and what happens then. Main thread.
class Greetings {
  public:
    Greetings(const HostServices& host, Worker& worker, MainTasks& main_tasks, Messages& messages,
              AuditTrail& audit)
        : host_(host), worker_(worker), main_tasks_(main_tasks), messages_(messages), audit_(audit) {}

    /// Whether the one who is logged in may say hello.
    bool is_permitted() const;

    /// Why the item cannot be used on so many records; empty when it can.
    std::string reason_against(std::uint64_t record_count) const;

    /// Opens the window. Throws StatusError.
    void open(std::vector<staffing_record_ref> records);

    /// Throws StatusError.
    void on_event(std::uint64_t dialog_id, std::string_view event_json);

    void close_all();

  private:
    struct Window {
        std::vector<staffing_record_ref> records;
        bool is_sending = false;
    };

    void pressed(std::uint64_t dialog_id, const std::string& button, const std::string& words);
    void send(std::uint64_t dialog_id, const std::string& words,
              const std::vector<staffing_record_ref>& records);
    void read(const std::vector<staffing_record_ref>& records) const;
    void announce(const std::vector<staffing_record_ref>& records) const;
    void close(std::uint64_t dialog_id);

    const HostServices& host_;
    Worker& worker_;
    MainTasks& main_tasks_;
    Messages& messages_;
    AuditTrail& audit_;
    std::map<std::uint64_t, Window> windows_;
};

}  // namespace sound
