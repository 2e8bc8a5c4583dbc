// What the plug-in keeps is for nobody else of the computer to read.

#include <fcntl.h>
#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <map>

#include "store/backup.hpp"
#include "store/store_place.hpp"
#include "store_fixture.hpp"

using namespace send_text;
namespace fs = std::filesystem;

namespace {

/// A process whose files are for everybody, as long as nobody says otherwise.
struct OpenHanded {
    OpenHanded() : before(::umask(0)) {}
    ~OpenHanded() { ::umask(before); }
    mode_t before;
};

void require_private(const fs::path& folder) {
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        INFO(entry.path());
        CHECK((entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
              fs::perms::none);
        ++files;
    }
    CHECK(files > 0);
}

/// The files of a folder that this process has open, and whether a program that it starts would have them
/// too.
std::map<std::string, bool> open_files(const fs::path& folder) {
    std::map<std::string, bool> found;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        const std::string target = fs::read_symlink(entry.path(), gone).string();
        if (gone || !target.starts_with(folder.string())) continue;
        const int descriptor = std::atoi(entry.path().filename().c_str());
        found[target] = (::fcntl(descriptor, F_GETFD) & FD_CLOEXEC) == 0;
    }
    return found;
}

}  // namespace

TEST_CASE("the store, its log, its notes and its backups are this user's alone") {
    const OpenHanded open_handed;
    TempFolder folder;
    CountingRandom random;
    StorePlace place(folder.path().string());
    Database database(place.file(), random, place.begin_opening());
    place.end_opening();
    OutboxStore(database).commit(request({{jo, {employee(1)}, line}}), at(1s));
    CHECK(fs::exists(place.file() + "-wal"));
    require_private(folder.path());
    write_backup(database, folder.file("backup.sqlite"), folder.path().string(), [] { return false; });
    require_private(folder.path());
}

TEST_CASE("a store that an older Send Text has made for everybody becomes this user's alone") {
    const OpenHanded open_handed;
    TempFolder folder;
    CountingRandom random;
    const std::string path = folder.file("texts.db");
    { const Database made(path, random); }
    fs::permissions(path, fs::perms::all);
    Database database(path, random);
    OutboxStore(database).commit(request({{jo, {employee(1)}, line}}), at(1s));
    require_private(folder.path());
}

TEST_CASE("a program that the host starts inherits no file of the store") {
    Store store;
    store.queue(jo, {employee(1)}, at(1s));
    const auto files = open_files(store.folder.path());
    CHECK(files.contains(store.path));
    for (const auto& [file, is_inherited] : files) {
        INFO(file);
        CHECK_FALSE(is_inherited);
    }
}
