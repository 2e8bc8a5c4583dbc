#include <signal.h>
#include <unistd.h>

#include <iostream>

#include "isolation/picture/picture.hpp"
#include "isolation/unload/bare_host.hpp"
#include "isolation/unload/process_state.hpp"

// Loads a plug-in, uses it and unloads it, again and again, and looks each time whether it is really gone.
namespace {

constexpr int rounds = 100;
constexpr int warm_up_rounds = 10;

// What may be lost in a round, on average: glibc and the libraries that stay keep some hundred bytes, while
// an account, a thread or a connection that was forgotten has more than this, and a database tens of
// kilobytes.
constexpr std::size_t max_heap_bytes_a_round = 1024;

int failures = 0;

void fail(int round, const std::string& words) {
    std::cout << "FAILED round " << round << ": " << words << std::endl;
    ++failures;
}

struct Arguments {
    const char* plugin;
    const char* whole_life;
    std::string http_url;
    std::string https_url;
    std::string ca_file;
    std::string folder;
};

/// Nothing is called but what belongs to a life; now and then an account is tried over HTTPS.
void short_life(const Arguments& given, int round, bool with_network) {
    Library library(given.plugin);
    const BareHost host(given.folder);
    {
        staffing::PluginLife life(library.entry(), host.c(), given.plugin);
        life.activate();
        if (with_network) {
            std::string problem;
            std::thread([&] { problem = try_account(life, given.https_url, given.ca_file); }).join();
            if (!problem.empty()) fail(round, "an account cannot be tried: " + problem);
        }
        life.deactivate();
    }
    library.unload();
}

/// Everything once, with a text that the carrier accepts: the console host of version 1.0, which is a library
/// here because it remembers what it saw. It loads and unloads the plug-in by itself.
void whole_life(const Arguments& given, int round) {
    void* const host = dlopen(given.whole_life, RTLD_NOW | RTLD_LOCAL);
    if (host == nullptr) throw std::runtime_error(dlerror());
    std::string words[] = {
        "host",
        given.plugin,
        given.folder,
        R"({"zipwhip_base_url":")" + given.http_url +
            R"(","texting_hours_begin":"00:00","texting_hours_end":"24:00"})",
        R"({"owner":"branch","branch":"3","carrier":"zipwhip","username":"6515550199","password":"secret"})",
        "until:can be texted.",
        R"({"event":"changed","element":"body","value":"Hello"})",
        R"({"event":"pressed","button":"send","values":{"body":"Hello"}})",
        "until:The carrier has accepted the text."};
    char* arguments[std::size(words) + 1] = {};
    for (std::size_t i = 0; i < std::size(words); ++i)
        arguments[i] = words[i].data();
    const auto run = reinterpret_cast<int (*)(int, char**)>(dlsym(host, "whole_life"));
    if (run(static_cast<int>(std::size(words)), arguments) != 0) fail(round, "the whole life, see above");
    dlclose(host);
}

void say_what_stayed(const std::set<std::string>& before) {
    std::cout << "still mapped after the last dlclose:";
    for (const std::string& file : mapped_files()) {
        if (before.count(file) == 0) std::cout << "\n  " << file;
    }
    std::cout << std::endl;
}

/// What the system and the runtime libraries keep for a process. A host without Poco has it changed by Poco's
/// coming, if by anything.
isolation::Picture take_picture() {
    isolation::Picture picture;
    isolation::add_process(picture);
    isolation::add_language(picture);
    return picture;
}

void expect_unchanged(int round, const isolation::Picture& before) {
    const isolation::Picture now = take_picture();
    for (const std::string& property : isolation::changed_properties(before, now))
        fail(round, isolation::change(property, before, now));
}

void run(const Arguments& given) {
    std::cout << "a host without the plug-in's libraries" << std::endl;  // stdout gets its buffer
    const auto libraries_before = mapped_files();
    const std::size_t threads_before = threads(1);
    const std::size_t files_before = open_files();
    const isolation::Picture picture_before = take_picture();
    std::size_t heap_before = 0;
    std::size_t resident_before = 0;
    for (int round = 1; round <= rounds && failures == 0; ++round) {
        if (round % 30 == 5) {
            whole_life(given, round);
        } else {
            short_life(given, round, round % 10 == 0);
        }
        if (is_mapped(given.plugin)) fail(round, "the plug-in is still mapped after dlclose.");
        const std::size_t threads_now = threads(threads_before);
        if (threads_now != threads_before)
            fail(round, "there were " + std::to_string(threads_before) + " threads and there are " +
                            std::to_string(threads_now) + ".");
        const std::size_t files_now = open_files();
        if (files_now != files_before)
            fail(round, "there were " + std::to_string(files_before) + " open files and there are " +
                            std::to_string(files_now) + ".");
        expect_unchanged(round, picture_before);
        if (round != warm_up_rounds) continue;
        heap_before = heap_bytes();
        resident_before = resident_bytes();
    }
    say_what_stayed(libraries_before);
    if (failures > 0) return;
    const auto grown = [](std::size_t before, std::size_t now) {
        return now > before ? (now - before) / (rounds - warm_up_rounds) : 0;
    };
    const std::size_t heap = grown(heap_before, heap_bytes());
    std::cout << "a round takes " << heap << " bytes of the heap and "
              << grown(resident_before, resident_bytes()) << " of the memory in use" << std::endl;
    if (heap > max_heap_bytes_a_round)
        fail(rounds, "more than " + std::to_string(max_heap_bytes_a_round) + " bytes are lost in each.");
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 6) {
        std::cout << "usage: unload_rounds PLUGIN WHOLE_LIFE CARRIER_URL HTTPS_URL CA_FILE\n";
        return 2;
    }
    char folder[] = "/tmp/unload_rounds-XXXXXX";
    if (mkdtemp(folder) == nullptr) return 2;
    try {
        run({arguments[1], arguments[2], arguments[3], arguments[4], arguments[5], folder});
    } catch (const std::exception& error) {
        fail(0, error.what());
    }
    std::filesystem::remove_all(folder);
    return failures == 0 ? 0 : 1;
}
