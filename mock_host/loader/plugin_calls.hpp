#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "mock_host/staffing/person.hpp"
#include "staffing/ext/audit.h"
#include "staffing/ext/backup.h"
#include "staffing/ext/menu.h"
#include "staffing_cpp/plugin_life.hpp"

namespace mock_host {

class Resolution;

struct MenuTarget {
    staffing_menu_place place = STAFFING_MENU_PLACE_UNSPECIFIED;
    std::vector<RecordKey> records;
    std::int64_t hotlist_id = 0;
};

struct MenuItem {
    std::string action_id;
    std::string label;
    bool is_enabled = false;
    std::string disabled_reason;
    std::string tooltip;
    std::string icon;
    std::string notice;  ///< a sentence to show on the records; empty: none
};

/// The plug-in's extensions as the host calls them. All throw staffing::StatusError with the plug-in's error
/// text, and NOT_SUPPORTED when it lacks the extension. Each has the thread tag of the function it calls.
class PluginCalls {
  public:
    explicit PluginCalls(const staffing::PluginLife& plugin) : plugin_(plugin) {}

    /// [main-thread] None when the plug-in offers no menu.
    std::vector<MenuItem> menu_items(const MenuTarget& target) const;
    void perform(const MenuTarget& target, const std::string& action_id) const;          ///< [main-thread]
    void send_dialog_event(std::uint64_t dialog_id, const nlohmann::json& event) const;  ///< [main-thread]

    nlohmann::json describe_settings() const;  ///< [thread-safe]
    nlohmann::json settings() const;           ///< [thread-safe] key to value
    /// [worker] Problems by key; none: all is changed.
    std::map<std::string, std::string> change_settings(const nlohmann::json& values) const;

    nlohmann::json describe_accounts() const;  ///< [thread-safe] the form
    /// [thread-safe] Problems by field; none: nothing is wrong with the values.
    std::map<std::string, std::string> validate_account(const nlohmann::json& values) const;
    nlohmann::json accounts() const;                                                 ///< [worker] the list
    void test_account(std::int64_t account_id, const nlohmann::json& values) const;  ///< [worker]
    void perform_account_action(std::int64_t account_id, const std::string& action_id) const;  ///< [worker]
    std::int64_t save_account(std::int64_t account_id, const nlohmann::json& values) const;    ///< [worker]
    void remove_account(std::int64_t account_id) const;                                        ///< [worker]

    struct AuditPart {
        std::string text;
        std::int64_t last_id = 0;  ///< of the last entry in it; 0: there is no further one
    };
    /// [worker] A part of the audit trail after an entry (0: from its beginning), limited in size.
    AuditPart read_audit(staffing_audit_format format, std::int64_t after_id, std::int64_t max_entries) const;
    /// [worker] The whole audit trail, part by part.
    void read_whole_audit(staffing_audit_format format, std::int64_t entries_of_a_part,
                          const std::function<void(const std::string& part)>& take) const;
    /// [worker] The whole audit trail as a file.
    std::string audit_file(staffing_audit_format format, std::int64_t entries_of_a_part = 1000) const;

    /// [worker] Makes a backup at a full path, or with "" at one of the plug-in's choice; gives the path.
    std::string back_up(const std::string& path) const;
    void restore(const std::string& path) const;  ///< [worker]
    nlohmann::json backups() const;               ///< [worker] schema/backups.schema.json

    /// [thread-safe] Starts the resolution, whose verdicts come in parts; returns the job's id.
    std::uint64_t resolve(std::shared_ptr<Resolution> resolution) const;
    /// [thread-safe] Asks a job to end soon; does nothing when it has ended.
    void cancel_resolution(std::uint64_t job_id) const;

    /// [main-thread] Reports a changed session; does nothing when the plug-in lacks session_events.
    void session_changed() const;

    void flush() const;                                                           ///< [worker]
    void record_merged(const RecordKey& loser, const RecordKey& survivor) const;  ///< [worker]
    void record_deleted(const RecordKey& record) const;                           ///< [worker]
    bool logs_messages() const;  ///< whether it offers the message logger

  private:
    template <class Table>
    const Table& table(const char* id) const {
        const Table* const found = plugin_.extension<Table>(id);
        if (found == nullptr) refuse_missing(id);
        return *found;
    }
    [[noreturn]] static void refuse_missing(const char* id);  ///< NOT_SUPPORTED

    const staffing::PluginLife& plugin_;
};

}  // namespace mock_host
