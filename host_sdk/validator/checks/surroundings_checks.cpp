#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>
#include <vector>

#include "host/live_plugin.hpp"
#include "host/thread_state.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"

extern "C" char** environ;

namespace validator {
namespace {

void live_once(const CheckRun& run) {
    const Loaded loaded(run);
    use_everything(loaded.plugin, run);
}

/// What a process has once, and a plug-in leaves alone.
struct Surroundings {
    std::string locale = std::setlocale(LC_ALL, nullptr);
    std::string folder = std::filesystem::current_path();
    std::vector<std::string> environment;
    std::map<int, void (*)(int)> handlers;  ///< of signals
    mode_t file_mask = 0;

    Surroundings() {
        for (char** variable = environ; *variable != nullptr; ++variable)
            environment.emplace_back(*variable);
        for (int number = 1; number < NSIG; ++number) {
            struct sigaction action {};
            if (::sigaction(number, nullptr, &action) == 0) handlers[number] = action.sa_handler;
        }
        file_mask = ::umask(0);
        ::umask(file_mask);
    }

    std::string difference(const Surroundings& before) const {
        if (locale != before.locale) return "The locale is " + locale + ".";
        if (folder != before.folder) return "The current folder is " + folder + ".";
        if (environment != before.environment) return "The environment has changed.";
        if (file_mask != before.file_mask) return "The file mode mask has changed.";
        for (const auto& [number, handler] : handlers) {
            if (handler == before.handlers.at(number)) continue;
            return "Signal " + std::to_string(number) +
                   (handler == SIG_DFL   ? " is not handled any more."
                    : handler == SIG_IGN ? " is ignored now."
                                         : " has another handler.");
        }
        return {};
    }
};

std::string surroundings(const CheckRun& run) {
    const Surroundings before;
    {
        const Loaded loaded(run);
        use_everything(loaded.plugin, run);
        const std::string changed = Surroundings().difference(before);
        expect(changed.empty(), changed);
    }
    const std::string changed = Surroundings().difference(before);
    expect(changed.empty(), "After unloading: " + changed);
    return "Locale, folder, environment, file mode mask and signal handlers were left alone.";
}

std::string thread_state(const CheckRun& run) {
    const ThreadState before;
    std::vector<std::string> of_workers;
    {
        Loaded loaded(run);
        use_everything(loaded.plugin, run);
        loaded.plugin.deactivate();
        of_workers = loaded.plugin.host().breaches({Breach::changed_thread});
    }
    const std::string changed = ThreadState().difference(before);
    if (!changed.empty()) throw Warning("On the main thread " + changed);
    if (!of_workers.empty()) throw Warning(of_workers.front());
    return "Signal masks, processor affinity and floating-point modes were left alone.";
}

/// What the system lets the process have, and its priority.
std::map<std::string, std::pair<rlim_t, rlim_t>> limits() {
    static const std::pair<const char*, decltype(RLIMIT_CORE)> all[] = {
        {"core files", RLIMIT_CORE},
        {"processor time", RLIMIT_CPU},
        {"data", RLIMIT_DATA},
        {"file size", RLIMIT_FSIZE},
        {"locked memory", RLIMIT_MEMLOCK},
        {"open files", RLIMIT_NOFILE},
        {"processes", RLIMIT_NPROC},
        {"memory", RLIMIT_AS},
        {"stacks", RLIMIT_STACK},
        {"priorities", RLIMIT_NICE},
        {"pending signals", RLIMIT_SIGPENDING}};
    std::map<std::string, std::pair<rlim_t, rlim_t>> found;
    for (const auto& [name, resource] : all) {
        rlimit limit{};
        if (::getrlimit(resource, &limit) == 0) found[name] = {limit.rlim_cur, limit.rlim_max};
    }
    return found;
}

std::string process_limits(const CheckRun& run) {
    const auto before = limits();
    const int priority_before = ::getpriority(PRIO_PROCESS, 0);
    live_once(run);
    for (const auto& [name, limit] : limits())
        if (limit != before.at(name)) throw Warning("The limit of " + name + " has changed.");
    if (::getpriority(PRIO_PROCESS, 0) != priority_before) throw Warning("The priority has changed.");
    return "The limits of the process and its priority were left alone.";
}

std::string output(const CheckRun& run) {
    constexpr std::size_t max_shown = 200;
    const int file = ::memfd_create("output", MFD_CLOEXEC);
    if (file < 0) throw std::system_error(errno, std::generic_category(), "Making a file for the output");
    const std::array<int, 2> kept = {::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0),
                                     ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)};
    ::dup2(file, STDOUT_FILENO);
    ::dup2(file, STDERR_FILENO);
    const auto give_back = [&] {
        std::fflush(nullptr);
        ::dup2(kept[0], STDOUT_FILENO);
        ::dup2(kept[1], STDERR_FILENO);
    };
    try {
        live_once(run);
    } catch (...) {
        give_back();
        throw;
    }
    give_back();
    std::array<char, max_shown> text{};
    const ssize_t size = ::pread(file, text.data(), text.size(), 0);
    for (const int descriptor : {file, kept[0], kept[1]})
        ::close(descriptor);
    if (size > 0) throw Warning("It wrote: " + std::string(text.data(), static_cast<std::size_t>(size)));
    return "It wrote nothing to the host's output.";
}

/// The timers of this process that are running: interval timers and those of timer_create.
std::string running_timers() {
    for (const auto& [which, name] :
         {std::pair(ITIMER_REAL, "SIGALRM"), std::pair(ITIMER_VIRTUAL, "SIGVTALRM"),
          std::pair(ITIMER_PROF, "SIGPROF")}) {
        itimerval timer{};
        if (::getitimer(which, &timer) == 0 && (timer.it_value.tv_sec != 0 || timer.it_value.tv_usec != 0))
            return std::string("A timer that sends ") + name + " is running.";
    }
    std::ifstream timers("/proc/self/timers");
    for (std::string line; std::getline(timers, line);)
        if (line.starts_with("ID:")) return "A timer of timer_create is left.";
    return {};
}

std::string leftover_timers(const CheckRun& run) {
    live_once(run);
    const std::string running = running_timers();
    expect(running.empty(), running);
    return "No timer was left.";
}

std::string leftover_children(const CheckRun& run) {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);  // children's children come to us
    live_once(run);
    siginfo_t info{};
    if (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0) {
        throw Warning(info.si_pid == 0
                          ? "A process that it started is still there."
                          : "A process that it started has ended, and nobody has waited for it.");
    }
    return "No process was left.";
}

/// How many more keys of pthread_key_create this process can have.
std::size_t free_thread_keys() {
    std::vector<pthread_key_t> made;
    for (pthread_key_t key = 0; ::pthread_key_create(&key, nullptr) == 0;)
        made.push_back(key);
    for (const pthread_key_t key : made)
        ::pthread_key_delete(key);
    return made.size();
}

std::string leftover_thread_keys(const CheckRun& run) {
    constexpr std::size_t rounds = 3;
    live_once(run);  // what a library takes once for the whole process is no leak
    const std::size_t before = free_thread_keys();
    for (std::size_t round = 0; round < rounds; ++round)
        live_once(run);
    const std::size_t after = free_thread_keys();
    if (after < before) {
        throw Warning(std::to_string(before - after) + " were left when it was loaded " +
                      std::to_string(rounds) + " times; a process has about a thousand.");
    }
    return "No key was left.";
}

constexpr Check checks[] = {
    {"surroundings",
     "A plug-in leaves the process's locale, folder, environment, file mode mask and signal handlers alone.",
     &surroundings},
    {"thread-state",
     "A call of the plug-in leaves the host's thread as it was: signal mask, processor affinity and "
     "floating-point modes.",
     &thread_state},
    {"process-limits", "A plug-in leaves the resource limits and the priority of the process alone.",
     &process_limits},
    {"output", "A plug-in writes nothing to the host's standard output and error: it has the host's log.",
     &output},
    {"leftover-timers", "After deinit no timer of the plug-in is left.", &leftover_timers},
    {"leftover-children", "After deinit no process that the plug-in started is left.", &leftover_children},
    {"leftover-thread-keys", "After deinit the plug-in's keys of thread-local storage are deleted.",
     &leftover_thread_keys},
};

}  // namespace

std::span<const Check> surroundings_checks() {
    return checks;
}

}  // namespace validator
