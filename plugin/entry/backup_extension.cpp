#include <Poco/DateTimeFormatter.h>
#include <Poco/Timestamp.h>

#include "core/time.hpp"
#include "core/utf8_path.hpp"
#include "entry/administration.hpp"
#include "entry/crossing.hpp"
#include "entry/extensions.hpp"
#include "store/backup_list.hpp"

namespace send_text {
namespace {

using staffing::StatusError;

constexpr std::size_t max_path = 32'768;

std::string full_path_from(const staffing_string* path) {
    std::string given(staffing::checked_text(path, "the backup's path", max_path));
    if (given.find('\0') == given.npos && path_from_utf8(given).is_absolute()) return given;
    throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                      "A backup needs the full path of a file, starting at the root, not \"" + given + "\".");
}

bool is_there(const std::string& path) {
    std::error_code unknown;  // such as of a folder that may not be read: then whoever opens it says so
    const auto status = std::filesystem::symlink_status(path_from_utf8(path), unknown);
    return status.type() != std::filesystem::file_type::not_found;
}

std::string utc_text(TimePoint at) {
    return Poco::DateTimeFormatter::format(
        Poco::Timestamp(std::chrono::microseconds(at.time_since_epoch()).count()), "%Y-%m-%dT%H:%M:%SZ");
}

staffing_status STAFFING_CALL back_up(const staffing_plugin* plugin, const staffing_string* path,
                                      const staffing_string_sink* written_path,
                                      const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const staffing_string_sink& answer = usable(written_path);
        const bool is_ours_to_choose = staffing::checked_text(path, "the backup's path", max_path).empty();
        const std::string wanted = is_ours_to_choose ? std::string() : full_path_from(path);
        const Sender who = require_administrator(self);
        if (!wanted.empty() && is_there(wanted)) {
            throw StatusError(STAFFING_STATUS_REFUSED, "There is already a file or folder at " + wanted +
                                                           ". Enter the name of a new file.");
        }
        staffing::write_to(&answer, self.back_up(wanted, who));
    });
}

staffing_status STAFFING_CALL restore(const staffing_plugin* plugin, const staffing_string* path,
                                      const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const std::string wanted = full_path_from(path);
        const Sender who = require_administrator(self);
        if (!is_there(wanted)) {
            throw StatusError(STAFFING_STATUS_NOT_FOUND, "There is no file " + wanted + ".");
        }
        self.restore(wanted, who);
    });
}

staffing_status STAFFING_CALL list(const staffing_plugin* plugin, const staffing_string_sink* backups_json,
                                   const staffing_error_sink* error) {
    return on_worker(plugin, error, [&](SendTextPlugin& self) {
        const staffing_string_sink& answer = usable(backups_json);
        require_administrator(self);
        const std::string folder = self.backup_folder();
        nlohmann::json listed = nlohmann::json::array();
        for (const BackupFile& backup : backups_in(folder)) {
            listed.push_back({{"path", backup.path}, {"at", utc_text(backup.at)}, {"size", backup.size}});
        }
        staffing::write_to(&answer,
                           nlohmann::json{{"folder", folder}, {"backups", std::move(listed)}}.dump());
    });
}

}  // namespace

const staffing_backup backup_extension{&back_up, &restore, &list};

}  // namespace send_text
