#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

#include "isolation/leaky/leak.hpp"

namespace {

void block_sigusr1(int how) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(how, &set, nullptr);
}

stack_t earlier_stack{};

void use_signal_stack(const Reach&) {
    static std::array<char, 1 << 16> memory{};
    stack_t stack{};
    stack.ss_sp = memory.data();
    stack.ss_size = memory.size();
    sigaltstack(&stack, &earlier_stack);
}

void limit_files(rlim_t most) {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = most;
    setrlimit(RLIMIT_NOFILE, &files);
}

mode_t earlier_umask = 0;
std::filesystem::path earlier_folder;
int file = -1;

struct Waiting {
    std::mutex mutex;
    std::condition_variable changed;
    bool is_over = false;
    std::thread thread;
} waiting;

void start_thread(const Reach&) {
    waiting.is_over = false;
    waiting.thread = std::thread([] {
        std::unique_lock lock(waiting.mutex);
        waiting.changed.wait(lock, [] { return waiting.is_over; });
    });
}

void end_thread(const Reach&) {
    {
        const std::lock_guard lock(waiting.mutex);
        waiting.is_over = true;
    }
    waiting.changed.notify_all();
    waiting.thread.join();
}

}  // namespace

std::vector<Leak> process_leaks() {
    using R = const Reach&;
    return {
        {"signal handlers", [](R) { signal(SIGPIPE, SIG_IGN); }, [](R) { signal(SIGPIPE, SIG_DFL); }},
        {"signal mask", [](R) { block_sigusr1(SIG_BLOCK); }, [](R) { block_sigusr1(SIG_UNBLOCK); }},
        {"signal stack", use_signal_stack, [](R) { sigaltstack(&earlier_stack, nullptr); }},
        {"file mode mask", [](R) { earlier_umask = umask(0); }, [](R) { umask(earlier_umask); }},
        {"current directory",
         [](R) {
             earlier_folder = std::filesystem::current_path();
             std::filesystem::current_path("/");
         },
         [](R) { std::filesystem::current_path(earlier_folder); }},
        {"environment", [](R) { setenv("LEAKY", "of the plug-in", 1); }, [](R) { unsetenv("LEAKY"); }},
        {"resource limits", [](R) { limit_files(400); }, [](R) { limit_files(512); }},
        {"interval timers", [](R) { alarm(100'000); }, [](R) { alarm(0); }},
        {"open files", [](R) { file = open("/dev/null", O_RDONLY); }, [](R) { close(file); }},
        {"threads", start_thread, end_thread},
    };
}
