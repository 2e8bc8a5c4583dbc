// Gives parsers what nobody would write, by seeds, and looks whether they read it or refuse it.
//
//   parser_fuzz [--runs N] [--from SEED|random] [--target NAME]
//
// N inputs for each target, of the seeds from SEED (1) on. What a finding names gives the same input again:
//   parser_fuzz --target NAME --from SEED --runs 1

#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <random>
#include <string>
#include <vector>

#include "fuzz/mutation.hpp"
#include "fuzz/target.hpp"

namespace {

// For the handler of signals, which may call almost nothing.
char now_tried[200];

void say_what_crashed(int signal_number) {
    constexpr char words[] = "\ncrashed: parser_fuzz ";
    static_cast<void>(::write(STDERR_FILENO, words, sizeof words - 1));
    static_cast<void>(::write(STDERR_FILENO, now_tried, std::strlen(now_tried)));
    static_cast<void>(::write(STDERR_FILENO, "\n", 1));
    ::signal(signal_number, SIG_DFL);
    ::raise(signal_number);
}

std::uint64_t number_from(const std::string& text) {
    if (text == "random") return std::random_device()();
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        throw std::runtime_error("\"" + text + "\" is no number.");
    return number;
}

void say_input(const std::string& input) {
    for (const char byte : input.substr(0, 4'000)) {
        const auto code = static_cast<unsigned char>(byte);
        if (code >= 0x20 && code < 0x7F) {
            std::fputc(byte, stderr);
        } else {
            std::fprintf(stderr, "\\x%02X", code);
        }
    }
    std::fputc('\n', stderr);
}

/// Returns how many inputs the target did not stand.
int try_out(const fuzz::Target& target, std::uint64_t from, std::uint64_t runs) {
    int findings = 0;
    for (std::uint64_t seed = from; seed < from + runs && findings < 5; ++seed) {
        std::snprintf(now_tried, sizeof now_tried, "--target %.*s --from %llu --runs 1",
                      static_cast<int>(target.name.size()), target.name.data(),
                      static_cast<unsigned long long>(seed));
        fuzz::Dice dice(seed);
        const std::string input = fuzz::mutated(target.seeds, dice);
        try {
            target.read(input);
        } catch (const std::exception& error) {
            ++findings;
            std::fprintf(stderr, "found: parser_fuzz %s\n  %s\n  ", now_tried, error.what());
            say_input(input);
        }
    }
    return findings;
}

int run(const std::vector<std::string>& arguments) {
    std::uint64_t runs = 1'000;
    std::uint64_t from = 1;
    std::string wanted;
    for (std::size_t at = 0; at + 1 < arguments.size(); at += 2) {
        if (arguments[at] == "--runs") runs = number_from(arguments[at + 1]);
        if (arguments[at] == "--from") from = number_from(arguments[at + 1]);
        if (arguments[at] == "--target") wanted = arguments[at + 1];
    }
    int findings = 0;
    int targets = 0;
    for (const auto& some :
         {fuzz::json_targets(), fuzz::carrier_targets(), fuzz::text_targets(), fuzz::host_targets()}) {
        for (const fuzz::Target& target : some) {
            if (!wanted.empty() && target.name != wanted) continue;
            ++targets;
            findings += try_out(target, from, runs);
        }
    }
    if (targets == 0) throw std::runtime_error("There is no target \"" + wanted + "\".");
    std::printf("%d targets, %llu inputs each from seed %llu on: %d findings\n", targets,
                static_cast<unsigned long long>(runs), static_cast<unsigned long long>(from), findings);
    return findings == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    for (const int signal_number : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL})
        ::signal(signal_number, &say_what_crashed);
    try {
        return run(std::vector<std::string>(arguments + 1, arguments + count));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
