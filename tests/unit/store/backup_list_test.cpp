#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>

#include "store/backup_list.hpp"
#include "store_fixture.hpp"

using namespace send_text;

TEST_CASE("backups are listed by the time in their names, the newest first, and nothing else is") {
    const TempFolder temporary;
    const std::string folder = temporary.file("backups");
    CHECK(backups_in(folder).empty());
    std::filesystem::create_directory(folder);
    CHECK(backups_in(folder).empty());
    for (const char* const name :
         {"send_text-2026-03-02-180000.sqlite", "send_text-2026-03-02-180001.sqlite",
          "send_text-2025-12-31-235959.sqlite", "send_text-2026-03-02-180002.sqlite-journal", "notes.txt"})
        std::ofstream(folder + "/" + name) << "12345";
    std::filesystem::create_directory(folder + "/folder.sqlite");

    const std::vector<BackupFile> backups = backups_in(folder);
    REQUIRE(backups.size() == 3);
    CHECK(backups[0].path == folder + "/send_text-2026-03-02-180001.sqlite");
    CHECK(backups[1].path == folder + "/send_text-2026-03-02-180000.sqlite");
    CHECK(backups[2].path == folder + "/send_text-2025-12-31-235959.sqlite");
    CHECK(backups[0].at - backups[1].at == 1s);
    CHECK(backups[0].size == 5);
}

TEST_CASE("a backup with another name is of the time at which it was written") {
    const TempFolder temporary;
    const std::string folder = temporary.file("backups");
    std::filesystem::create_directory(folder);
    const std::string old_name = folder + "/send_text-2000-01-01-000000.sqlite";
    const std::string other_name = folder + "/before the move.sqlite";
    std::ofstream(old_name) << "1";
    std::ofstream(other_name) << "1";
    const std::vector<BackupFile> backups = backups_in(folder);
    REQUIRE(backups.size() == 2);
    CHECK(backups[0].path == other_name);
}
