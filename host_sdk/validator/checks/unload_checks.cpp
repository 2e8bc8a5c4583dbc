#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <thread>

#include "host/every_call.hpp"
#include "host/live_plugin.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"

namespace validator {
namespace {

/// Whether the library is in this process's memory.
bool is_mapped(const std::string& path) {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.ends_with(path)) return true;
    return false;
}

std::string unload_100(const CheckRun& run) {
    constexpr int rounds = 100;
    constexpr int used_each = 10;  // what a use leaves behind is seen in ten rounds as well
    for (int round = 1; round <= rounds; ++round) {
        run.step("round " + std::to_string(round));
        {
            const InitialisedLibrary library(run.plugin_path);
            if (round % used_each == 1) {
                LivePlugin plugin(library, HostOptions{.folder = run.scratch});
                plugin.init();
                plugin.activate();
                if (round == 1) use_everything(plugin, run);
            }
        }
        expect(!is_mapped(run.plugin_path),
               "After round " + std::to_string(round) + " of loading and unloading it is still in memory.");
    }
    return "It was loaded and unloaded 100 times, and was gone from memory each time.";
}

/// Does something in a process of its own, which then ends by `exit`.
void expect_clean_exit(const std::string& what, const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        try {
            work();
        } catch (const std::exception&) {
            ::_exit(0);  // this check is about the end alone
        }
        std::exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    expect(!WIFSIGNALED(status),
           what + " the process was ended by signal " + ::strsignal(WTERMSIG(status)) + ".");
    expect(WEXITSTATUS(status) == 0,
           what + " it ended with exit code " + std::to_string(WEXITSTATUS(status)) + ".");
}

std::string clean_exit(const CheckRun& run) {
    run.step("exit after the library was unloaded");
    expect_clean_exit("At exit after the library was unloaded", [&] {
        const Loaded loaded(run);
        use_everything(loaded.plugin, run);
    });
    run.step("exit after deinit with the library still loaded");
    expect_clean_exit("At exit with the library still loaded", [&] {
        static const Library* const resident = new Library(run.plugin_path);
        const Loaded loaded(run);
        use_everything(loaded.plugin, run);
        static_cast<void>(resident);
    });
    run.step("end of a thread that used the plug-in, after the library was unloaded");
    expect_clean_exit("When a thread ended that had used the plug-in, after it was unloaded,", [&] {
        auto loaded = std::make_unique<Loaded>(run);
        std::atomic<bool> is_used = false;
        std::atomic<bool> is_unloaded = false;
        std::thread user([&] {
            for (const Call& call : every_call(loaded->plugin))
                if (call.where != CalledOn::main_thread) make_here(loaded->plugin, call);
            is_used = true;
            is_used.notify_all();
            is_unloaded.wait(false);
        });
        is_used.wait(false);
        loaded.reset();
        is_unloaded = true;
        is_unloaded.notify_all();
        user.join();
    });
    return "The process exited normally after unloading, with the library loaded, and with a thread that "
           "outlived "
           "it.";
}

constexpr Check checks[] = {
    {"unload-100", "After the last deinit the library can be unloaded, and is then gone from memory.",
     &unload_100},
    {"clean-exit", "The host's process exits normally, whether the library was unloaded or not.",
     &clean_exit},
};

}  // namespace

std::span<const Check> unload_checks() {
    return checks;
}

}  // namespace validator
