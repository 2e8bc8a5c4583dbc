#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "isolation/picture/picture.hpp"

extern char** environ;

// What the operating system keeps for a process.
namespace isolation {
namespace {

std::string set_of_signals(const sigset_t& set) {
    std::string text;
    for (int number = 1; number < NSIG; ++number) {
        if (sigismember(&set, number) == 1) text += " " + std::to_string(number);
    }
    return text;
}

std::string signal_handlers() {
    std::ostringstream text;
    for (int number = 1; number < NSIG; ++number) {
        struct sigaction action {};
        if (sigaction(number, nullptr, &action) != 0) continue;
        text << "signal " << number << ": " << reinterpret_cast<void*>(action.sa_handler) << ", flags "
             << action.sa_flags << ", mask" << set_of_signals(action.sa_mask) << '\n';
    }
    return text.str();
}

std::string signal_mask() {
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    return "blocked" + set_of_signals(mask);
}

std::string signal_stack() {
    stack_t stack{};
    sigaltstack(nullptr, &stack);
    std::ostringstream text;
    text << stack.ss_sp << ", " << stack.ss_size << " bytes, flags " << stack.ss_flags;
    return text.str();
}

/// umask() can only be asked by setting it, which other threads would see.
std::string file_mask() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("Umask:")) return line;
    }
    return "unknown";
}

std::string environment() {
    std::set<std::string> sorted;
    for (char** variable = environ; *variable != nullptr; ++variable)
        sorted.insert(*variable);
    std::string text;
    for (const std::string& variable : sorted)
        text += variable + "\n";
    return text;
}

std::string limits() {
    std::ostringstream text;
    for (int number = 0; number < RLIM_NLIMITS; ++number) {
        rlimit limit{};
        getrlimit(static_cast<__rlimit_resource_t>(number), &limit);
        text << "limit " << number << ": " << limit.rlim_cur << " of " << limit.rlim_max << '\n';
    }
    return text.str();
}

std::string timers() {
    std::ostringstream text;
    for (const auto which : {ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF}) {
        itimerval timer{};
        getitimer(which, &timer);
        const bool is_set = timer.it_value.tv_sec != 0 || timer.it_value.tv_usec != 0;
        text << "timer " << which << (is_set ? " runs\n" : " is off\n");
    }
    return text.str();
}

std::string open_files() {
    std::string text;
    DIR* const folder = opendir("/proc/self/fd");
    while (const dirent* const entry = readdir(folder)) {
        const int number = std::atoi(entry->d_name);
        if (entry->d_name[0] == '.' || number == dirfd(folder)) continue;
        std::array<char, 4096> target{};
        const std::string link = std::string("/proc/self/fd/") + entry->d_name;
        if (readlink(link.c_str(), target.data(), target.size() - 1) < 0) continue;
        text += std::string(entry->d_name) + " " + target.data() + ", flags " +
                std::to_string(fcntl(number, F_GETFL)) + " and " + std::to_string(fcntl(number, F_GETFD)) +
                "\n";
    }
    closedir(folder);
    return text;
}

std::string threads() {
    std::string text;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
        std::string name;
        std::getline(std::ifstream(task.path() / "comm"), name);
        text += task.path().filename().string() + " " + name + "\n";
    }
    return text;
}

}  // namespace

void add_process(Picture& picture) {
    picture["signal handlers"] = signal_handlers();
    picture["signal mask"] = signal_mask();
    picture["signal stack"] = signal_stack();
    picture["file mode mask"] = file_mask();
    picture["current directory"] = std::filesystem::current_path().string();
    picture["environment"] = environment();
    picture["resource limits"] = limits();
    picture["interval timers"] = timers();
}

void add_threads_and_files(Picture& picture) {
    picture["open files"] = open_files();
    picture["threads"] = threads();
}

}  // namespace isolation
