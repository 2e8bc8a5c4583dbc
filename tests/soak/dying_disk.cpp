#include "soak/dying_disk.hpp"

#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>

namespace soak {
namespace {

SharedMoment* the_moment = nullptr;
sqlite3_vfs* real_disk = nullptr;

/// SQLite allocates so much for each file; the real disk's follows behind.
struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->real();
}

const sqlite3_io_methods& methods(sqlite3_file* file) {
    return *real(file)->pMethods;
}

[[noreturn]] void die() {
    kill(getpid(), SIGKILL);
    std::abort();
}

bool is_last_call() {
    const std::int64_t left = the_moment->disk_calls_until_kill;
    if (left == never) return false;
    the_moment->disk_calls_until_kill = left - 1;
    return left == 0;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
    if (is_last_call()) {
        methods(file).xWrite(real(file), data, size / 2, offset);
        die();
    }
    if (the_moment->is_disk_full != 0) return SQLITE_FULL;
    return methods(file).xWrite(real(file), data, size, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (is_last_call()) die();
    return methods(file).xTruncate(real(file), size);
}

int sync(sqlite3_file* file, int flags) {
    if (is_last_call()) die();
    if (the_moment->is_disk_full != 0) return SQLITE_IOERR_FSYNC;
    return methods(file).xSync(real(file), flags);
}

int remove(sqlite3_vfs*, const char* name, int sync_folder) {
    if (is_last_call()) die();
    return real_disk->xDelete(real_disk, name, sync_folder);
}

const sqlite3_io_methods dying_methods = {
    .iVersion = 2,
    .xClose = [](sqlite3_file* file) { return methods(file).xClose(real(file)); },
    .xRead = [](sqlite3_file* file, void* data, int size,
                sqlite3_int64 offset) { return methods(file).xRead(real(file), data, size, offset); },
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = [](sqlite3_file* file,
                    sqlite3_int64* size) { return methods(file).xFileSize(real(file), size); },
    .xLock = [](sqlite3_file* file, int lock) { return methods(file).xLock(real(file), lock); },
    .xUnlock = [](sqlite3_file* file, int lock) { return methods(file).xUnlock(real(file), lock); },
    .xCheckReservedLock = [](sqlite3_file* file,
                             int* result) { return methods(file).xCheckReservedLock(real(file), result); },
    .xFileControl = [](sqlite3_file* file, int what,
                       void* argument) { return methods(file).xFileControl(real(file), what, argument); },
    .xSectorSize = [](sqlite3_file* file) { return methods(file).xSectorSize(real(file)); },
    .xDeviceCharacteristics =
        [](sqlite3_file* file) { return methods(file).xDeviceCharacteristics(real(file)); },
    .xShmMap =
        [](sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
            return methods(file).xShmMap(real(file), page, size, extend, memory);
        },
    .xShmLock = [](sqlite3_file* file, int offset, int count,
                   int flags) { return methods(file).xShmLock(real(file), offset, count, flags); },
    .xShmBarrier = [](sqlite3_file* file) { methods(file).xShmBarrier(real(file)); },
    .xShmUnmap = [](sqlite3_file* file,
                    int remove_it) { return methods(file).xShmUnmap(real(file), remove_it); },
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    const int status = real_disk->xOpen(real_disk, name, real(file), flags, flags_out);
    file->pMethods = real(file)->pMethods == nullptr ? nullptr : &dying_methods;
    return status;
}

}  // namespace

void use_dying_disk(SharedMoment& moment) {
    static sqlite3_vfs disk;
    the_moment = &moment;
    if (real_disk != nullptr) return;
    real_disk = sqlite3_vfs_find(nullptr);
    disk = *real_disk;
    disk.zName = "dying";
    disk.szOsFile = static_cast<int>(sizeof(File)) + real_disk->szOsFile;
    disk.xOpen = open;
    disk.xDelete = remove;
    sqlite3_vfs_register(&disk, 1);
}

}  // namespace soak
