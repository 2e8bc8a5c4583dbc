// Who may make, see and put back backups, and what is no place for one.

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "abi/plugin/send_text.hpp"
#include "staffing/ext/backup.h"

using namespace abi;
using Catch::Matchers::ContainsSubstring;

namespace {

struct Backups : ActiveSendText {
    const staffing_backup& backup = text.table<staffing_backup>(STAFFING_EXT_BACKUP);
    std::string written;
    std::string listed;

    Answer back_up(const std::string& path) {
        const staffing::StringCollector answer;
        const staffing_string given = staffing::abi(path);
        const Answer made = text.on_worker(backup.back_up, &given, answer.sink());
        written = answer.text();
        return made;
    }
    Answer restore(const std::string& path) const {
        const staffing_string given = staffing::abi(path);
        return text.on_worker(backup.restore, &given);
    }
    Answer list() {
        const staffing::StringCollector answer;
        const Answer answered = text.on_worker(backup.list, answer.sink());
        listed = answer.text();
        return answered;
    }
    std::string file(const std::string& name) const { return (mock.folder.path() / name).string(); }
};

void refused(const Answer& answer, staffing_status status, const std::string& words) {
    CHECK(answer.status == status);
    CHECK_THAT(answer.words, ContainsSubstring(words));
}

}  // namespace

TEST_CASE_METHOD(Backups, "backups are for administrators") {
    std::ofstream(file("backup")) << "x";
    const auto all_refused = [&](staffing_status status, const std::string& words) {
        refused(back_up(""), status, words);
        CHECK(written.empty());
        refused(restore(file("backup")), status, words);
        refused(list(), status, words);
        CHECK(listed.empty());
    };
    mock.host->session().log_in("mjohansen");
    all_refused(STAFFING_STATUS_PERMISSION_DENIED,
                "Maria Johansen does not have the permission to administer Send Text.");
    mock.host->session().log_out();
    all_refused(STAFFING_STATUS_NOT_LOGGED_IN, "Nobody is logged in");
    mock.host->session().log_in("aswanson");
    CHECK(list().status == STAFFING_STATUS_OK);
    CHECK(nlohmann::json::parse(listed)["backups"].empty());
}

TEST_CASE_METHOD(Backups, "what is no place for a backup, or no backup, is refused in words") {
    refused(back_up("backup.sqlite"), STAFFING_STATUS_INVALID_ARGUMENT,
            "the full path of a file, starting at the root, not \"backup.sqlite\"");
    std::ofstream(file("there")) << "x";
    refused(back_up(file("there")), STAFFING_STATUS_REFUSED, "There is already a file or folder at");
    refused(restore("backup.sqlite"), STAFFING_STATUS_INVALID_ARGUMENT, "the full path of a file");
    refused(restore(""), STAFFING_STATUS_INVALID_ARGUMENT, "the full path of a file");
    refused(restore(std::string("/a\0b", 4)), STAFFING_STATUS_INVALID_ARGUMENT, "the full path of a file");
    refused(restore(file("none")), STAFFING_STATUS_NOT_FOUND, "There is no file");
    refused(restore(file("there")), STAFFING_STATUS_UNAVAILABLE, "");
    refused(restore(std::string(40'000, '/')), STAFFING_STATUS_TOO_LARGE, "");
    const staffing_string path = staffing::abi("/x");
    const staffing_string* const no_path = nullptr;
    const staffing_string_sink* const no_sink = nullptr;
    const staffing_string_sink empty_sink{nullptr, nullptr};
    for (const staffing_string_sink* const sink : {no_sink, &empty_sink}) {
        CHECK(text.on_worker(backup.back_up, &path, sink).status == STAFFING_STATUS_INVALID_ARGUMENT);
        CHECK(text.on_worker(backup.list, sink).status == STAFFING_STATUS_INVALID_ARGUMENT);
    }
    CHECK(text.on_worker(backup.restore, no_path).status == STAFFING_STATUS_INVALID_ARGUMENT);
    CHECK(text.on_main(backup.restore, &path).status == STAFFING_STATUS_WRONG_THREAD);
}
