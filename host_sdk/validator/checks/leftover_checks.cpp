#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iterator>
#include <thread>
#include <vector>

#include "host/every_call.hpp"
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

/// From create to destroy, with a call of every function and a second activation.
void live_once(const CheckRun& run) {
    Loaded loaded(run);
    use_everything(loaded.plugin, run);
    loaded.plugin.deactivate();
    loaded.plugin.activate();
    for (const Call& call : every_call(loaded.plugin))
        make(loaded.plugin, call);
}

std::size_t file_descriptors() {
    const std::filesystem::directory_iterator open("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(open), end(open)));
}

/// Uses the plug-in often enough to show what is left behind only now and then, and calls `look` after each
/// round. At first the library stays loaded, as in a host that keeps it, so that it can count its rounds;
/// then it is loaded anew each time.
void live_often(const CheckRun& run, const std::function<void(const std::string& when)>& look) {
    constexpr int kept = 5;
    constexpr int loaded_anew = 2;
    {
        const Library resident(run.plugin_path);
        for (int round = 1; round <= kept; ++round) {
            live_once(run);
            look("After round " + std::to_string(round));
        }
    }
    for (int round = 1; round <= loaded_anew; ++round) {
        live_once(run);
        look("After loading it again, time " + std::to_string(round) + ",");
    }
}

std::string threads(const CheckRun& run) {
    std::thread([] {}).join();  // the first thread may bring others that stay
    const std::size_t before = thread_count();
    live_often(run, [&](const std::string& when) {
        expect(are_threads_down_to(before),
               when + " " + std::to_string(thread_count() - before) + " threads were left.");
    });
    return "No thread was left.";
}

std::string descriptors(const CheckRun& run) {
    // What a library opens once per process, when it is first used, is not a leak.
    live_once(run);
    const std::size_t before = file_descriptors();
    live_often(run, [&](const std::string& when) {
        expect(file_descriptors() <= before,
               when + " " + std::to_string(file_descriptors() - before) + " file descriptors were left.");
    });
    return "No file descriptor was left.";
}

/// Bytes that are allocated. They include what the allocator keeps for this thread to reuse; this function
/// fills that cache first, so that it is the same size each time.
std::int64_t bytes_in_use() {
    constexpr std::size_t max_kept_of_a_size = 7;
    constexpr std::size_t largest_kept = 1032;
    for (std::size_t size = 24; size <= largest_kept; size += 16) {
        std::array<void*, max_kept_of_a_size> blocks{};
        for (void*& block : blocks) {
            block = ::malloc(size);
            if (block != nullptr)
                *static_cast<volatile char*>(block) = 0;  // so that the compiler does not remove it
        }
        for (void* const block : blocks)
            ::free(block);
    }
    const struct mallinfo2 info = ::mallinfo2();
    return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
}

/// Growth per round: the rounds are split into parts, and the least memory of each part is compared with the
/// next, so that memory that goes up and down again does not count.
std::int64_t steady_growth(const std::vector<std::int64_t>& in_use) {
    constexpr std::ptrdiff_t parts = 3;
    const auto size = static_cast<std::ptrdiff_t>(in_use.size()) / parts;
    std::array<std::int64_t, parts> least{};
    for (std::ptrdiff_t part = 0; part < parts; ++part)
        least[static_cast<std::size_t>(part)] =
            *std::min_element(in_use.begin() + part * size, in_use.begin() + (part + 1) * size);
    return std::min(least[1] - least[0], least[2] - least[1]) / size;
}

/// A round is one live_once. Nobody would notice a page per round in a day of starts; 64 KiB per round is a
/// table or a picture that is never freed.
std::string memory(const CheckRun& run) {
    if (is_sanitized) throw Skipped("The sanitizer counts memory differently and reports leaks itself.");
    constexpr int warm_up = 5;
    constexpr int rounds = 12;
    constexpr std::int64_t worth_a_look = 256;
    constexpr std::int64_t too_much = 64 * 1024;
    const Library resident(run.plugin_path);  // as in a host that keeps libraries
    for (int round = 0; round < warm_up; ++round)
        live_once(run);
    std::vector<std::int64_t> in_use;
    in_use.reserve(rounds);
    for (int round = 0; round < rounds; ++round) {
        live_once(run);
        in_use.push_back(bytes_in_use());
    }
    const std::int64_t each = steady_growth(in_use);
    const std::string words = "Memory grew by " + std::to_string(each) + " bytes per round.";
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
    const std::string words = "After deactivate " + std::to_string(waiters) + " clock waiters and " +
                              std::to_string(progresses) + " progresses were open.";
    if (waiters + progresses > 0) throw Warning(words);
    return words;
}

constexpr Check checks[] = {
    {"leftover-threads", "After deinit no thread of the plug-in is left.", &threads},
    {"leftover-file-descriptors", "After deinit no file descriptor of the plug-in is left.", &descriptors},
    {"leftover-memory",
     "After the first rounds, each round of use leaves less than 256 bytes of memory behind.", &memory},
    {"leftover-at-host", "The plug-in closes what it opened in the host when it is deactivated.", &at_host},
};

}  // namespace

std::span<const Check> leftover_checks() {
    return checks;
}

}  // namespace validator
