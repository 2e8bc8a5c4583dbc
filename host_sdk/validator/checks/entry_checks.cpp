#include <dlfcn.h>

#include <chrono>
#include <cstring>
#include <thread>

#include "host/live_plugin.hpp"
#include "runner/outcome.hpp"
#include "staffing_cpp/first_version.hpp"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds scan_budget{250};

std::string load_now(const CheckRun& run) {
    void* const library = ::dlopen(run.plugin_path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw Failed(::dlerror());
    ::dlclose(library);
    return "It was loaded with RTLD_NOW and RTLD_LOCAL.";
}

std::string entry_present(const CheckRun& run) {
    void* const library = ::dlopen(run.plugin_path.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) throw Skipped(std::string("The library cannot be loaded: ") + ::dlerror());
    void* const symbol = ::dlsym(library, STAFFING_PLUGIN_ENTRY_SYMBOL);
    expect(symbol != nullptr, "The library exports no " STAFFING_PLUGIN_ENTRY_SYMBOL ".");
    staffing_plugin_entry_function function = nullptr;
    std::memcpy(&function, &symbol, sizeof function);
    const staffing_plugin_entry* const entry = function();
    expect(entry != nullptr, "It returned NULL.");
    expect(function() == entry, "It returned another pointer the second time.");
    const staffing_plugin_entry* elsewhere = nullptr;
    std::thread([&] { elsewhere = function(); }).join();
    expect(elsewhere == entry, "It returned another pointer on another thread.");
    ::dlclose(library);
    return "The function is there and returns the same entry each time.";
}

std::string entry_complete(const CheckRun& run) {
    const Library library(run.plugin_path);
    const staffing_plugin_entry& entry = library.entry();
    expect(entry.struct_size >= staffing::first_version_size<staffing_plugin_entry>,
           "Its struct_size is " + std::to_string(entry.struct_size) + ".");
    expect(entry.descriptor != nullptr, "It has no descriptor.");
    expect(entry.init != nullptr && entry.deinit != nullptr && entry.create != nullptr,
           "It lacks init, deinit or create.");
    return "The entry, its descriptor and its three functions are there.";
}

std::string entry_version(const CheckRun& run) {
    const Library library(run.plugin_path);
    if (library.entry().struct_size < offsetof(staffing_plugin_entry, descriptor))
        throw Skipped("The entry is too small to have a version.");
    const staffing_version& version = library.entry().version;
    expect(version.major == STAFFING_VERSION_MAJOR, "Its version is " + std::to_string(version.major) + ".");
    return "It was built with version " + std::to_string(version.major) + "." +
           std::to_string(version.minor) + "." + std::to_string(version.patch) + " of the contract.";
}

void expect_text(const staffing_string& text, const char* what, bool may_be_empty) {
    expect(text.size == 0 || text.data != nullptr, std::string("Its ") + what + " has a size but no data.");
    expect(may_be_empty || text.size > 0, std::string("Its ") + what + " is empty.");
    expect(text.size == 0 || staffing::is_valid_utf8({text.data, text.size}),
           std::string("Its ") + what + " is not UTF-8.");
}

std::string entry_descriptor(const CheckRun& run) {
    const Library library(run.plugin_path);
    const staffing_plugin_descriptor* const descriptor = library.entry().descriptor;
    if (descriptor == nullptr) throw Skipped("The entry has no descriptor.");
    expect(descriptor->struct_size >= staffing::first_version_size<staffing_plugin_descriptor>,
           "Its struct_size is " + std::to_string(descriptor->struct_size) + ".");
    expect_text(descriptor->id, "id", false);
    expect_text(descriptor->name, "name", false);
    expect_text(descriptor->vendor, "vendor", true);
    expect_text(descriptor->version, "version", true);
    expect_text(descriptor->description, "description", true);
    expect_text(descriptor->url, "url", true);
    const std::string id(descriptor->id.data, descriptor->id.size);
    expect(
        id.size() <= 200 && id[0] != '.' &&
            id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") == std::string::npos,
        "Its id \"" + id + "\" must have 1 to 200 characters, only a-z 0-9 . _ -, and not start with a dot.");
    return "It is " + std::string(descriptor->name.data, descriptor->name.size) + ", " + id + ".";
}

std::string entry_scan_time(const CheckRun& run) {
    const Clock::time_point start = Clock::now();
    { const Library library(run.plugin_path); }
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    const std::string words = "It took " + std::to_string(spent.count()) + " ms.";
    if (spent > scan_budget) throw Warning(words);
    return words;
}

constexpr Check checks[] = {
    {"load-now", "The library loads with RTLD_NOW and RTLD_LOCAL, and all its symbols resolve.", &load_now},
    {"entry-present", "The library exports the entry function, which returns the same entry each time.",
     &entry_present},
    {"entry-complete", "The entry is complete: size, descriptor, init, deinit and create.", &entry_complete},
    {"entry-version", "The entry has the major version of this host.", &entry_version},
    {"entry-descriptor", "The descriptor has a valid id and a name, and all its texts are UTF-8.",
     &entry_descriptor},
    {"entry-scan-time",
     "Loading the library and reading its entry takes less than 250 ms, since a host does it at each start.",
     &entry_scan_time},
};

}  // namespace

std::span<const Check> entry_checks() {
    return checks;
}

}  // namespace validator
