#include <filesystem>
#include <fstream>
#include <sstream>

#include "host/backup_use.hpp"
#include "host/every_call.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/settings.h"
#include "staffing_cpp/call.hpp"
#include "staffing_json/bounded_json.hpp"

namespace validator {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// A plug-in that makes backups, set up for work.
struct WithBackup : Loaded {
    explicit WithBackup(const CheckRun& run) : Loaded(run) {
        if (plugin.table<staffing_backup>(STAFFING_EXT_BACKUP) == nullptr)
            throw Skipped("The plug-in has no backup.");
        set_up(plugin, run);
    }
};

std::string content_of(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

void expect_status(const Answer& answer, staffing_status wanted, const std::string& what) {
    expect(answer.status == wanted, what + " answered " + name_of(answer.status) + " instead of " +
                                        name_of(wanted) + ": " + answer.words);
}

/// Makes a backup and looks at what there is then; its path.
std::string expect_made(const LivePlugin& plugin, const std::string& path) {
    const std::string which = "backup.back_up to " + (path.empty() ? "a path of its own" : path);
    const MadeBackup made = back_up(plugin, path);
    expect_status(made.answer, STAFFING_STATUS_OK, which);
    expect(made.written.size() == 1,
           which + " wrote " + std::to_string(made.written.size()) + " paths instead of one.");
    const std::string& written = made.written.front();
    expect(path.empty() || written == path, which + " says that it wrote " + written + ".");
    expect(fs::path(written).is_absolute(), which + " gave no full path: " + written);
    expect(fs::is_regular_file(written), which + " answered OK, but there is no file " + written + ".");
    return written;
}

Json expect_listed(const LivePlugin& plugin) {
    std::string text;
    expect_status(list_backups(plugin, text), STAFFING_STATUS_OK, "backup.list");
    Json listed = staffing::json_or_discarded(text);
    expect(listed.is_object() && listed.contains("folder") && listed.contains("backups") &&
               listed["backups"].is_array(),
           "backup.list wrote something that is not a list of backups: " + text);
    return listed["backups"];
}

std::string made(const CheckRun& run) {
    const WithBackup with(run);
    run.step("making a backup at a path of the plug-in's own");
    const std::string own = expect_made(with.plugin, "");
    const Json listed = expect_listed(with.plugin);
    expect(!listed.empty() && listed.front().value("path", "") == own,
           "The backup " + own + " is not the newest in the list: " + listed.dump());
    expect(listed.front().value("size", std::uintmax_t{0}) == fs::file_size(own),
           "The list gives " + own + " another size than it has.");

    run.step("making a backup at a given path");
    const std::string given = (fs::absolute(run.scratch) / "a b\xC3\xA9" / "backup").string();
    fs::create_directories(fs::path(given).parent_path());
    expect_made(with.plugin, given);

    run.step("making a backup where a file exists");
    const std::string before = content_of(given);
    expect_status(back_up(with.plugin, given).answer, STAFFING_STATUS_REFUSED,
                  "backup.back_up to a path where a file exists");
    expect(content_of(given) == before, "backup.back_up changed a file that already existed.");
    run.step("making a backup at a relative path");
    expect_status(back_up(with.plugin, "backup").answer, STAFFING_STATUS_INVALID_ARGUMENT,
                  "backup.back_up to a relative path");
    return "Backups were made at a path of its own and at a given path.";
}

std::string settings_of(const LivePlugin& plugin) {
    const staffing::StringCollector values;
    const auto* const settings = plugin.table<staffing_settings>(STAFFING_EXT_SETTINGS);
    if (settings != nullptr) plugin.call(settings->values, values.sink());
    return values.text();
}

/// Changes the first setting that can be: whether there is one.
bool change_a_setting(const LivePlugin& plugin) {
    const auto* const settings = plugin.table<staffing_settings>(STAFFING_EXT_SETTINGS);
    if (settings == nullptr) return false;
    const staffing::StringCollector described;
    plugin.call(settings->describe, described.sink());
    const Json all = staffing::json_or_discarded(described.text());
    const std::string before = settings_of(plugin);
    for (const Json& setting : all.value("settings", Json::array())) {
        const bool is_number = setting.value("type", "") == "integer" && setting.contains("minimum");
        if (!is_number && setting.value("type", "") != "text") continue;
        const Json wanted = is_number ? setting["minimum"] : Json("Good day");
        const std::string values = Json{{setting["key"].get<std::string>(), wanted}}.dump();
        const staffing_string given = staffing::abi(values);
        const staffing::StringCollector problems;
        plugin.call_on_worker(settings->change, &given, problems.sink());
        if (settings_of(plugin) != before) return true;
    }
    return false;
}

std::string restored(const CheckRun& run) {
    const WithBackup with(run);
    const LivePlugin& plugin = with.plugin;
    const std::string backup = expect_made(plugin, "");
    const std::string before = settings_of(plugin);
    const std::string content = content_of(backup);
    run.step("changing a setting after the backup");
    const bool is_changed = change_a_setting(plugin);
    run.step("restoring the backup");
    expect_status(restore(plugin, backup), STAFFING_STATUS_OK, "backup.restore of its own backup");
    expect(settings_of(plugin) == before,
           "After backup.restore the settings are not those of the backup: " + settings_of(plugin));
    expect(content_of(backup) == content, "backup.restore changed the backup.");
    for (const Call& call : every_call(plugin)) {
        run.step(call.name + " after a backup was restored");
        const Answer answer = make(plugin, call);
        expect(answer.status != STAFFING_STATUS_WRONG_STATE && answer.status != STAFFING_STATUS_UNAVAILABLE,
               call.name + " answered " + name_of(answer.status) +
                   " after a backup was restored: " + answer.words);
    }
    expect_made(plugin, "");
    return is_changed ? "A setting that was changed after the backup had its old value again."
                      : "It went on working with the backup.";
}

std::string not_restored(const CheckRun& run) {
    const WithBackup with(run);
    const LivePlugin& plugin = with.plugin;
    change_a_setting(plugin);
    const std::string before = settings_of(plugin);
    const auto expect_refused = [&](const std::string& path, const std::string& what) {
        run.step("backup.restore of " + what);
        const Answer answer = restore(plugin, path);
        expect(answer.status != STAFFING_STATUS_OK && answer.status != STAFFING_STATUS_INTERNAL_ERROR,
               "backup.restore of " + what + " answered " + name_of(answer.status) + ".");
        expect(settings_of(plugin) == before,
               "backup.restore of " + what + " was refused, but changed something.");
        return answer.status;
    };
    const std::string folder = fs::absolute(run.scratch).string();
    expect(expect_refused(folder + "/none", "a file that does not exist") == STAFFING_STATUS_NOT_FOUND,
           "backup.restore of a file that does not exist did not answer NOT_FOUND.");
    expect(expect_refused("backup", "a relative path") == STAFFING_STATUS_INVALID_ARGUMENT,
           "backup.restore of a relative path did not answer INVALID_ARGUMENT.");
    expect_refused(folder, "a folder");
    std::ofstream(folder + "/garbage") << std::string(5'000, 'x');
    expect_refused(folder + "/garbage", "a file that is not a backup");
    std::ofstream(folder + "/empty").flush();
    expect_refused(folder + "/empty", "an empty file");
    const std::string whole = content_of(expect_made(plugin, ""));
    std::ofstream(folder + "/half", std::ios::binary) << whole.substr(0, whole.size() / 2);
    expect_refused(folder + "/half", "half a backup");
    return "Files that are not backups were refused, and nothing was changed.";
}

std::string permission(const CheckRun& run) {
    const WithBackup with(run);
    const LivePlugin& plugin = with.plugin;
    const std::string backup = expect_made(plugin, "");
    const std::size_t count = expect_listed(plugin).size();
    const auto expect_denied = [&](staffing_status wanted, const std::string& to) {
        std::string listed;
        run.step("backups for " + to);
        expect_status(list_backups(plugin, listed), wanted, "backup.list for " + to);
        expect(listed.empty(), "backup.list listed backups for " + to + ".");
        expect_status(back_up(plugin, "").answer, wanted, "backup.back_up for " + to);
        expect_status(restore(plugin, backup), wanted, "backup.restore for " + to);
    };
    plugin.host().set_administrator(false);
    expect_denied(STAFFING_STATUS_PERMISSION_DENIED, "a user who is not an administrator");
    plugin.host().set_logged_in(false);
    expect_denied(STAFFING_STATUS_NOT_LOGGED_IN, "nobody");
    plugin.host().set_logged_in(true);
    plugin.host().set_administrator(true);
    expect(expect_listed(plugin).size() == count,
           "A backup was made for a user who is not an administrator.");
    return "Backups were for administrators only.";
}

constexpr Check checks[] = {
    {"backup-made",
     "back_up makes one file, at the given path or at one of its own that list names, and overwrites "
     "nothing.",
     &made},
    {"backup-restored", "restore brings back the contents of a backup, and the plug-in goes on with them.",
     &restored},
    {"backup-refused", "restore refuses a file that is not a backup, and changes nothing.", &not_restored},
    {"backup-permission", "Only administrators can make, restore and list backups.", &permission},
};

}  // namespace

std::span<const Check> backup_checks() {
    return checks;
}

}  // namespace validator
