#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace validator {

/// What the runner gives to a check.
struct CheckRun {
    std::string plugin_path;  ///< of the library, absolute
    std::string setup_path;   ///< of the JSON file that sets the plug-in up for work; may be empty
    std::string scratch;      ///< a folder of this check's own, empty at first
    std::uint64_t seed = 0;   ///< of everything random

    /// Reports what is being tried, for the message if the process ends here.
    std::function<void(std::string_view step)> step = [](std::string_view) {};
};

/// One check of a plug-in. It runs in its own process.
struct Check {
    const char* name;         ///< "menu-perform-unknown": what is checked, in a few words
    const char* expectation;  ///< the rule of the contract that is checked, a sentence

    /// Returns what was seen, as a sentence. Throws Failed, Warning or Skipped.
    std::string (*run)(const CheckRun& run);
};

// The checks, one file of checks/ each.
std::span<const Check> entry_checks();
std::span<const Check> entry_life_checks();
std::span<const Check> host_version_checks();
std::span<const Check> life_checks();
std::span<const Check> extension_checks();
std::span<const Check> argument_checks();
std::span<const Check> text_checks();
std::span<const Check> thread_checks();
std::span<const Check> steady_checks();
std::span<const Check> menu_checks();
std::span<const Check> label_checks();
std::span<const Check> dialog_checks();
std::span<const Check> session_checks();
std::span<const Check> account_checks();
std::span<const Check> audit_checks();
std::span<const Check> clock_checks();
std::span<const Check> backup_checks();
std::span<const Check> resolver_checks();
std::span<const Check> host_call_checks();
std::span<const Check> lock_checks();
std::span<const Check> deactivate_checks();
std::span<const Check> leftover_checks();
std::span<const Check> surroundings_checks();
std::span<const Check> unload_checks();
std::span<const Check> fuzz_checks();

}  // namespace validator
