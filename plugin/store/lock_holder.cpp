#include "store/lock_holder.hpp"

#ifdef __linux__
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#endif

namespace send_text {

#ifdef __linux__

namespace {

/// The name of a program as proc(5) has it, "comm".
std::string program_name(const std::string& process) {
    std::string name;
    std::getline(std::ifstream("/proc/" + process + "/comm"), name);
    return name;
}

}  // namespace

// proc(5), "locks": "1: POSIX  ADVISORY  WRITE 4711 fd:01:1572886 1073741826 1073742335".
std::optional<LockHolder> lock_holder(const std::string& path) {
    struct stat file {};
    if (::stat(path.c_str(), &file) != 0) return std::nullopt;
    char wanted[64];
    std::snprintf(wanted, sizeof wanted, "%02x:%02x:%llu", major(file.st_dev), minor(file.st_dev),
                  static_cast<unsigned long long>(file.st_ino));
    std::ifstream locks("/proc/locks");
    std::string number;
    std::string kind;
    std::string is_advisory;
    std::string access;
    long process_id = 0;
    std::string place;
    for (std::string rest; locks >> number >> kind >> is_advisory >> access >> process_id >> place;
         std::getline(locks, rest)) {
        if (place != wanted || process_id <= 0) continue;  // 0: a process that cannot be seen from here
        const std::string program = program_name(std::to_string(process_id));
        const bool is_us = process_id == static_cast<long>(::getpid());
        return LockHolder{process_id, program, is_us,
                          is_us || (!program.empty() && program == program_name("self"))};
    }
    return std::nullopt;
}

#else

std::optional<LockHolder> lock_holder(const std::string&) {
    return std::nullopt;
}

#endif

}  // namespace send_text
