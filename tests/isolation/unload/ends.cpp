#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <thread>

#include <unistd.h>

#include "isolation/unload/bare_host.hpp"
#include "isolation/unload/process_state.hpp"

// The ways in which a process with a plug-in ends. What is looked at is how it ends: by itself, with 0.
namespace {

struct Arguments {
    const char* plugin;
    std::string https_url;
    std::string ca_file;
    std::string folder;
};

/// The plug-in, which stays active, for the ends that come upon it so.
struct Used {
    explicit Used(const Arguments& given)
        : library(given.plugin), host(given.folder), life(library.entry(), host.c(), given.plugin) {
        life.activate();
        std::string problem;
        std::thread([&] { problem = try_account(life, given.https_url, given.ca_file); }).join();
        if (!problem.empty()) throw std::runtime_error(problem);
    }

    Library library;
    BareHost host;
    staffing::PluginLife life;
};

int unloaded(const Arguments& given) {
    Library library(given.plugin);
    { const Used used(given); }
    library.unload();
    return 0;
}

int stays_loaded(const Arguments& given) {
    { const Used used(given); }
    std::exit(0);
}

/// Against the contract. The plug-in's threads run on while the process ends around them.
int stays_active(const Arguments& given) {
    new Used(given);
    return 0;
}

/// A thread of the host's has worked in the plug-in and in its libraries, and ends when they are gone.
int thread_ends_after_unload(const Arguments& given) {
    std::mutex mutex;
    std::condition_variable changed;
    std::string problem;
    bool is_used = false;
    bool is_unloaded = false;
    std::thread user;
    {
        Library library(given.plugin);
        const BareHost host(given.folder);
        {
            staffing::PluginLife life(library.entry(), host.c(), given.plugin);
            life.activate();
            std::unique_lock lock(mutex);
            user = std::thread([&] {
                problem = try_account(life, given.https_url, given.ca_file);
                std::unique_lock inner(mutex);
                is_used = true;
                changed.notify_all();
                changed.wait(inner, [&] { return is_unloaded; });
            });
            changed.wait(lock, [&] { return is_used; });
        }
        library.unload();
    }
    if (is_mapped(given.plugin)) problem += "The plug-in is still mapped.";
    {
        const std::lock_guard lock(mutex);
        is_unloaded = true;
    }
    changed.notify_all();
    user.join();
    std::cout << problem;
    return problem.empty() ? 0 : 1;
}

int end(const std::string& way, const Arguments& given) {
    if (way == "unloaded") return unloaded(given);
    if (way == "stays_loaded") return stays_loaded(given);
    if (way == "stays_active") return stays_active(given);
    if (way == "thread_ends_after_unload") return thread_ends_after_unload(given);
    std::cout << "There is no end \"" << way << "\".\n";
    return 2;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 7) {
        std::cout << "usage: ends WAY FOLDER PLUGIN CARRIER_URL HTTPS_URL CA_FILE\n";
        return 2;
    }
    try {
        return end(arguments[1], {arguments[3], arguments[5], arguments[6], arguments[2]});
    } catch (const std::exception& error) {
        std::cout << error.what() << '\n';
        return 1;
    }
}
