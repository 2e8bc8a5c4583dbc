#pragma once

#include <malloc.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>

/// The libraries that are in the process now, by file.
inline std::set<std::string> mapped_files() {
    std::set<std::string> files;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        const std::size_t slash = line.find('/');
        if (slash != std::string::npos) files.insert(line.substr(slash));
    }
    return files;
}

inline bool is_mapped(const std::string& file) {
    const std::string name = std::filesystem::path(file).filename();
    for (const std::string& mapped : mapped_files()) {
        if (mapped.find("/" + name) != std::string::npos) return true;
    }
    return false;
}

inline std::size_t entries_of(const char* folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder))
        ++count;
    return count;
}

inline std::size_t open_files() {
    return entries_of("/proc/self/fd");
}

/// A thread that was joined is still to be seen for a moment, one that stays for ever: asks until it is the
/// expected number, and gives up in the end.
inline std::size_t threads(std::size_t expected) {
    std::size_t count = entries_of("/proc/self/task");
    for (int i = 0; i < 10'000 && count != expected; ++i) {
        std::this_thread::yield();
        count = entries_of("/proc/self/task");
    }
    return count;
}

/// Bytes that were taken from malloc and not given back.
inline std::size_t heap_bytes() {
    return mallinfo2().uordblks;
}

/// Bytes of memory that the process has in use.
inline std::size_t resident_bytes() {
    std::size_t pages = 0;
    std::ifstream statm("/proc/self/statm");
    statm >> pages >> pages;
    return pages * 4096;
}
