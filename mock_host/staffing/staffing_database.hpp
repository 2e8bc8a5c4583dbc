#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "mock_host/staffing/action_codes.hpp"
#include "mock_host/staffing/branches.hpp"
#include "mock_host/staffing/credentials.hpp"
#include "mock_host/staffing/errors.hpp"
#include "mock_host/staffing/hotlists.hpp"
#include "mock_host/staffing/messages.hpp"
#include "mock_host/staffing/notifications.hpp"
#include "mock_host/staffing/records.hpp"
#include "mock_host/staffing/users.hpp"

namespace mock_host {

/// The staffing data of the mock host: one SQLite database, by subject.
/// Everything is thread-safe under one mutex; strings are UTF-8.
class StaffingDatabase {
  public:
    /// Opens the file; a new (or empty) one is filled with the same people every time, or not made at all.
    /// The key of the credentials is in the file `<file>.key`.
    /// Throws StaffingError when the folder is missing, the file is damaged, is some other database, or was
    /// written by a newer mock host.
    explicit StaffingDatabase(const std::filesystem::path& file);

    /// The same people in memory, gone with the object.
    static std::unique_ptr<StaffingDatabase> in_memory();

    ~StaffingDatabase();

    Records& records() { return records_; }
    Hotlists& hotlists() { return hotlists_; }
    Users& users() { return users_; }
    Branches& branches() { return branches_; }
    ActionCodes& action_codes() { return action_codes_; }
    Messages& messages() { return messages_; }
    Credentials& credentials() { return credentials_; }
    NotificationLog& notifications() { return notifications_; }

  private:
    StaffingDatabase(std::unique_ptr<Connection> connection, std::optional<KeyFile> key_file);

    std::unique_ptr<Connection> connection_;
    Records records_;
    Hotlists hotlists_;
    Users users_;
    Branches branches_;
    ActionCodes action_codes_;
    Messages messages_;
    Credentials credentials_;
    NotificationLog notifications_;
};

}  // namespace mock_host
