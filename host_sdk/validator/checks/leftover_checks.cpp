#include <malloc.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <thread>

#include "host/live_plugin.hpp"
#include "host/thread_count.hpp"
#include "host/typical_use.hpp"
#include "runner/outcome.hpp"

namespace validator {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

void live_once(const CheckRun& run) {
    const Loaded loaded(run);
    use_everything(loaded.plugin, run);
}

std::size_t file_descriptors() {
    const std::filesystem::directory_iterator open("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(open), end(open)));
}

std::string threads(const CheckRun& run) {
    std::thread([] {}).join();  // whatever comes with the first thread is there now
    const std::size_t before = thread_count();
    live_once(run);
    expect(are_threads_down_to(before),
           "It left " + std::to_string(thread_count() - before) + " threads behind.");
    return "No thread was left.";
}

std::string descriptors(const CheckRun& run) {
    // What a library opens once for the whole process, the first time it is used, is no leak.
    live_once(run);
    const std::size_t before = file_descriptors();
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round)
        live_once(run);
    const std::size_t after = file_descriptors();
    expect(after <= before, std::to_string(after - before) + " file descriptors were left after " +
                                std::to_string(rounds) + " rounds.");
    return "No file descriptor was left.";
}

/// A round is a life with all that its functions do once. What grows by a page a round is nothing that a day
/// of starts would show; 64 KiB a round is a table or a picture that nobody frees.
std::string memory(const CheckRun& run) {
    if (is_sanitized) throw Skipped("The sanitizer counts memory in another way; it reports leaks itself.");
    constexpr int warm_up = 5;
    constexpr int rounds = 10;
    constexpr std::int64_t worth_a_look = 4 * 1024;
    constexpr std::int64_t too_much = 64 * 1024;
    const Library resident(run.plugin_path);  // as at a host, which keeps libraries
    for (int round = 0; round < warm_up; ++round)
        live_once(run);
    const auto in_use = [] {
        const struct mallinfo2 info = ::mallinfo2();
        return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
    };
    const std::int64_t before = in_use();
    for (int round = 0; round < rounds; ++round)
        live_once(run);
    const std::int64_t each = (in_use() - before) / rounds;
    const std::string words = "It grew by " + std::to_string(each) + " bytes a round.";
    expect(each < too_much, words);
    if (each >= worth_a_look) throw Warning(words);
    return words;
}

std::string at_host(const CheckRun& run) {
    Loaded loaded(run);
    use_everything(loaded.plugin, run);
    loaded.plugin.deactivate();
    ValidatorHost& host = loaded.plugin.host();
    const std::size_t waiters = host.waiters.open_count();
    std::size_t progresses = 0;
    {
        const std::lock_guard lock(host.data_mutex);
        progresses = host.progresses.size();
    }
    const std::string words = "After deactivate " + std::to_string(waiters) + " waiters of the clock and " +
                              std::to_string(progresses) + " progresses were open.";
    if (waiters + progresses > 0) throw Warning(words);
    return words;
}

constexpr Check checks[] = {
    {"leftover-threads", "After deinit no thread of the plug-in is left.", &threads},
    {"leftover-file-descriptors", "After deinit no file descriptor of the plug-in is left.", &descriptors},
    {"leftover-memory", "A life after the first ones leaves no memory behind: less than 4 KiB.", &memory},
    {"leftover-at-host", "What the plug-in opened at the host is closed when it is deactivated.", &at_host},
};

}  // namespace

std::span<const Check> leftover_checks() {
    return checks;
}

}  // namespace validator
