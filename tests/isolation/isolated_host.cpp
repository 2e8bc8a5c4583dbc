#include <dlfcn.h>

#include <fstream>
#include <iostream>
#include <set>
#include <thread>

#include <openssl/err.h>
#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "isolation/leaky/leak.hpp"
#include "isolation/own_libraries.hpp"
#include "isolation/picture/picture.hpp"
#include "isolation/unload/process_state.hpp"
#include "mock_host/app/scenario/player.hpp"
#include "mock_host/app/scenario/scenario.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "mock_host/staffing/staffing_database.hpp"

// A host that uses the plug-in's libraries for itself, and looks whether the plug-in leaves them alone.
namespace {

using isolation::Picture;
using mock_host::TemporaryFolder;

int failures = 0;

void fail(const std::string& words) {
    std::cout << "FAILED " << words << std::endl;
    ++failures;
}

/// A thread that was joined is still to be seen for a moment. One that stays is seen for ever.
Picture take_settled(const OwnLibraries& own, const Picture& before) {
    Picture now = isolation::take_picture(own);
    for (int i = 0; i < 10'000 && now["threads"] != before.at("threads"); ++i) {
        std::this_thread::yield();
        isolation::add_threads_and_files(now);
    }
    return now;
}

void expect_unchanged(const char* when, const Picture& before, const Picture& after,
                      const std::set<std::string>& but = {}) {
    for (const std::string& property : isolation::changed_properties(before, after)) {
        if (but.count(property) == 0)
            fail(std::string(when) + ": " + isolation::change(property, before, after));
    }
    std::cout << when << ": " << before.size() << " properties looked at" << std::endl;
}

/// The scenario of an employee's record, over HTTPS.
mock_host::Scenario conversation(const std::string& file, const std::string& https_url,
                                 const std::string& ca_file) {
    nlohmann::json source = nlohmann::json::parse(std::ifstream(file));
    source["settings"]["zipwhip_base_url"] = https_url;
    source["settings"]["ca_file"] = ca_file;
    return mock_host::read_scenario(source);
}

/// A function that waits for the network does so on a thread of the host's, whose OpenSSL errors are the
/// host's.
void call_with_errors_in_the_queue(mock_host::Stage& stage, const OwnLibraries& own) {
    stage.on_worker([&] {
        ERR_raise_data(ERR_LIB_USER, 7, "of the host");
        ERR_raise_data(ERR_LIB_USER, 8, "of the host, too");
        const Picture before = isolation::take_picture(own);
        stage.plugin().save_account(0, {{"owner", "user"},
                                        {"service_rep", "1"},
                                        {"carrier", "zipwhip"},
                                        {"username", "6515550101"},
                                        {"password", "secret"}});
        const Picture after = isolation::take_picture(own);
        expect_unchanged("on a worker", before, after, {"open files", "threads"});
        ERR_clear_error();
    });
}

/// Load, a whole life with a text sent and a reply logged, unload: after each the same picture.
void live(const OwnLibraries& own, const TemporaryFolder& folder, char** arguments) {
    const auto database = mock_host::StaffingDatabase::in_memory();
    const mock_host::Scenario scenario = conversation(arguments[1], arguments[3], arguments[4]);
    mock_host::HostOptions options;
    options.data_folder = folder.path();
    options.clock_start_ms = scenario.clock_ms;
    options.plugin_id = "com.example.isolated";
    mock_host::Host host(*database, options);
    mock_host::Transcript transcript(std::cout);

    const Picture before = isolation::take_picture(own);
    auto owned = std::make_unique<mock_host::PluginLibrary>(arguments[0]);
    mock_host::PluginLibrary& library = *owned;
    expect_unchanged("after load", before, take_settled(own, before));
    {
        mock_host::CarrierControl carrier(arguments[2]);
        mock_host::Stage stage(*database, host, std::move(owned), carrier, transcript);
        if (mock_host::play(scenario, stage, arguments[2]) != 0) fail("the conversation, see above");
        expect_unchanged("after use", before, take_settled(own, before),
                         {"open files"});  // the carrier's control
        stage.start_plugin();
        stage.settle();
        call_with_errors_in_the_queue(stage, own);
        expect_unchanged("while active", before, isolation::take_picture(own), {"open files", "threads"});
        stage.stop_plugin();
        for (const std::string& line : host.log().misbehaviour())
            fail(line);
        library.unload();
    }
    if (is_mapped(arguments[0])) fail("after unload: the plug-in is still mapped");
    expect_unchanged("after unload", before, take_settled(own, before));
}

/// Each leak shows as a change of its property and of no other, and every property has a leak.
void find_leaks(const OwnLibraries& own, const char* file) {
    void* const library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return fail(dlerror());
    const auto leaks = reinterpret_cast<LeaksFunction>(dlsym(library, "leaks"))();
    const Reach reach{own.database(), own.tls_context()};
    std::set<std::string> untested;
    for (const auto& [property, value] : isolation::take_picture(own))
        untested.insert(property);
    for (const Leak& leak : *leaks) {
        untested.erase(leak.property);
        const Picture before = isolation::take_picture(own);
        leak.make(reach);
        const Picture after = isolation::take_picture(own);
        const auto changed = isolation::changed_properties(before, after);
        if (changed.empty()) fail("nobody saw the leak of " + std::string(leak.property));
        for (const std::string& property : changed) {
            if (property != leak.property) {
                fail("the leak of " + std::string(leak.property) + " shows as " +
                     isolation::change(property, before, after));
            }
        }
        std::cout << "seen: " << isolation::change(leak.property, before, after) << std::endl;
        if (leak.undo == nullptr) continue;
        leak.undo(reach);
        expect_unchanged("after undoing it", before, take_settled(own, before));
    }
    for (const std::string& property : untested)
        fail("there is no leak of " + property);
}

}  // namespace

int main(int count, char** arguments) {
    const TemporaryFolder folder;
    const OwnLibraries own(folder.path());
    std::cout << "a host with libraries of its own" << std::endl;  // stdout gets its buffer
    try {
        if (count == 2) {
            find_leaks(own, arguments[1]);
        } else if (count == 6) {
            live(own, folder, arguments + 1);
        } else {
            std::cout << "usage: isolated_host LEAKY or PLUGIN SCENARIO CARRIER_URL HTTPS_URL CA_FILE\n";
            return 2;
        }
    } catch (const std::exception& error) {
        fail(error.what());
    }
    return failures == 0 ? 0 : 1;
}
