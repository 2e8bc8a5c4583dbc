#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "staffing_cpp/call.hpp"
#include "unit/glue/recording_plugin.hpp"

using staffing::abi;
using staffing::StringCollector;
using Steps = std::vector<std::string>;

namespace {

/// The plug-in's entry, with as many deinits at the end as inits succeeded.
struct OpenLibrary {
    const staffing_plugin_entry& entry = *RecordingExport::entry();
    int inits = 0;

    staffing_status init() {
        const staffing_string path = abi("/opt/host/plugins/recording.so");
        const staffing_status status = entry.init(&path, nullptr);
        if (status == STAFFING_STATUS_OK) ++inits;
        return status;
    }
    void deinit() {
        --inits;
        entry.deinit();
    }
    ~OpenLibrary() {
        while (inits > 0)
            deinit();
    }
};

const void* extension(const staffing_plugin* plugin, std::string_view id) {
    const staffing_string name = abi(id);
    return plugin->get_extension(plugin, &name);
}

}  // namespace

TEST_CASE("the entry says what it is before anything is called") {
    const staffing_plugin_entry& entry = *RecordingExport::entry();
    CHECK(entry.struct_size == sizeof(staffing_plugin_entry));
    CHECK(entry.version.major == STAFFING_VERSION_MAJOR);
    CHECK(entry.descriptor == &recording_descriptor);
    CHECK(RecordingExport::entry() == &entry);
}

TEST_CASE("create needs the entry's init, which is counted") {
    OpenLibrary library;
    JournalHost host;
    const staffing_plugin* plugin = nullptr;
    StringCollector words;

    CHECK(library.entry.create(&host.host, &plugin, words.sink()) == STAFFING_STATUS_WRONG_STATE);
    CHECK(words.text() == "Recording Plug-in: create was called before the entry's init.");
    CHECK(plugin == nullptr);
    CHECK(host.journal.steps.empty());

    REQUIRE(library.init() == STAFFING_STATUS_OK);
    REQUIRE(library.init() == STAFFING_STATUS_OK);
    library.deinit();
    REQUIRE(library.entry.create(&host.host, &plugin, nullptr) == STAFFING_STATUS_OK);
    plugin->destroy(plugin);

    library.deinit();
    library.entry.deinit();  // one too many is nothing
    CHECK(library.entry.create(&host.host, &plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);
    REQUIRE(library.init() == STAFFING_STATUS_OK);
    REQUIRE(library.entry.create(&host.host, &plugin, nullptr) == STAFFING_STATUS_OK);
    plugin->destroy(plugin);
}

TEST_CASE("the library's path must be a string") {
    const staffing_plugin_entry& entry = *RecordingExport::entry();
    const staffing_string broken = abi("/opt/\xFF");
    CHECK(entry.init(nullptr, nullptr) == STAFFING_STATUS_INVALID_ARGUMENT);
    CHECK(entry.init(&broken, nullptr) == STAFFING_STATUS_INVALID_UTF8);
    JournalHost host;
    const staffing_plugin* plugin = nullptr;
    CHECK(entry.create(&host.host, &plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);
}

TEST_CASE("create judges the host that it is given") {
    OpenLibrary library;
    REQUIRE(library.init() == STAFFING_STATUS_OK);
    JournalHost host;
    int somewhere = 0;
    const auto* plugin = reinterpret_cast<const staffing_plugin*>(&somewhere);
    StringCollector words;
    const auto create = [&] { return library.entry.create(&host.host, &plugin, words.sink()); };

    SECTION("another major is refused in words that name both versions") {
        host.host.version = {STAFFING_VERSION_MAJOR + 1, 4, 0, 0};
        CHECK(create() == STAFFING_STATUS_VERSION_MISMATCH);
        CHECK(words.text().find("version 1.2 ") != std::string::npos);
        CHECK(words.text().find("version 2.4.") != std::string::npos);
        CHECK(plugin == nullptr);
    }
    SECTION("another major is refused as such even when its struct is smaller") {
        host.host.version.major = STAFFING_VERSION_MAJOR + 1;
        host.host.struct_size = 24;
        CHECK(create() == STAFFING_STATUS_VERSION_MISMATCH);
    }
    SECTION("a newer minor and a larger struct are taken") {
        host.host.version.minor = STAFFING_VERSION_MINOR + 7;
        host.host.struct_size += 64;
        REQUIRE(create() == STAFFING_STATUS_OK);
        plugin->destroy(plugin);
    }
    SECTION("a struct that is too small") {
        host.host.struct_size = GENERATE(0U, 23U, static_cast<unsigned>(sizeof(staffing_host)) - 1);
        CHECK(create() == STAFFING_STATUS_STRUCT_TOO_SMALL);
        CHECK(plugin == nullptr);
    }
    SECTION("a host without get_extension") {
        host.host.get_extension = nullptr;
        CHECK(create() == STAFFING_STATUS_INVALID_ARGUMENT);
    }
    SECTION("a host whose strings are none") {
        const std::string endless(100'000, 'x');
        const std::pair<staffing_string, staffing_status> wrong[] = {
            {abi("Host\xFF"), STAFFING_STATUS_INVALID_UTF8},
            {staffing_string{nullptr, 4}, STAFFING_STATUS_INVALID_ARGUMENT},
            {abi(endless), STAFFING_STATUS_TOO_LARGE}};
        staffing_string* const texts[] = {&host.host.name, &host.host.vendor, &host.host.host_version};
        const auto& [given, status] = wrong[GENERATE(0, 1, 2)];
        *texts[GENERATE(0, 1, 2)] = given;
        CHECK(create() == status);
        CHECK(words.text().find("the host's") != std::string::npos);
        CHECK(plugin == nullptr);
    }
    SECTION("a host without a name") {
        host.host.name = host.host.vendor = host.host.host_version = {nullptr, 0};
        REQUIRE(create() == STAFFING_STATUS_OK);
        plugin->destroy(plugin);
    }
    SECTION("no host, or no place for the plug-in") {
        CHECK(library.entry.create(nullptr, &plugin, nullptr) == STAFFING_STATUS_INVALID_ARGUMENT);
        CHECK(plugin == nullptr);
        CHECK(library.entry.create(&host.host, nullptr, nullptr) == STAFFING_STATUS_INVALID_ARGUMENT);
    }
    SECTION("a plug-in whose construction fails") {
        host.journal.failing_step = "create";
        CHECK(create() == STAFFING_STATUS_UNAVAILABLE);
        CHECK(words.text() == "create does not work.");
        CHECK(plugin == nullptr);
    }
}

TEST_CASE("the steps of the life are taken in order only") {
    OpenLibrary library;
    REQUIRE(library.init() == STAFFING_STATUS_OK);
    JournalHost host;
    const staffing_plugin* plugin = nullptr;
    REQUIRE(library.entry.create(&host.host, &plugin, nullptr) == STAFFING_STATUS_OK);
    REQUIRE(plugin != nullptr);
    CHECK(plugin->struct_size == sizeof(staffing_plugin));
    CHECK(plugin->descriptor == &recording_descriptor);

    SECTION("all of them, activated twice") {
        CHECK(plugin->init(plugin, nullptr) == STAFFING_STATUS_OK);
        CHECK(plugin->activate(plugin, nullptr) == STAFFING_STATUS_OK);
        plugin->deactivate(plugin);
        CHECK(plugin->activate(plugin, nullptr) == STAFFING_STATUS_OK);
        plugin->deactivate(plugin);
        plugin->destroy(plugin);
        CHECK(host.journal.steps ==
              Steps{"create", "init", "activate", "deactivate", "activate", "deactivate", "destroy"});
    }
    SECTION("activate before init, and init twice") {
        CHECK(plugin->activate(plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);
        CHECK(plugin->init(plugin, nullptr) == STAFFING_STATUS_OK);
        CHECK(plugin->init(plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);
        CHECK(plugin->activate(plugin, nullptr) == STAFFING_STATUS_OK);
        CHECK(plugin->activate(plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);
        CHECK(plugin->init(plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);
        plugin->destroy(plugin);
        CHECK(host.journal.steps == Steps{"create", "init", "activate", "deactivate", "destroy"});
    }
    SECTION("deactivate of what is not active does nothing") {
        plugin->deactivate(plugin);
        plugin->destroy(plugin);
        CHECK(host.journal.steps == Steps{"create", "destroy"});
    }
    SECTION("a step that failed can be tried again") {
        host.journal.failing_step = "init";
        CHECK(plugin->init(plugin, nullptr) == STAFFING_STATUS_UNAVAILABLE);
        host.journal.failing_step = "activate";
        CHECK(plugin->init(plugin, nullptr) == STAFFING_STATUS_OK);
        CHECK(plugin->activate(plugin, nullptr) == STAFFING_STATUS_UNAVAILABLE);
        plugin->destroy(plugin);
        CHECK(host.journal.steps == Steps{"create", "init", "init", "activate", "destroy"});
    }
    SECTION("a deactivate that throws does not cross the boundary") {
        host.journal.failing_step = "deactivate";
        REQUIRE(plugin->init(plugin, nullptr) == STAFFING_STATUS_OK);
        REQUIRE(plugin->activate(plugin, nullptr) == STAFFING_STATUS_OK);
        plugin->destroy(plugin);
        CHECK(host.journal.steps.back() == "destroy");
    }
    SECTION("what needs an active plug-in finds it only then") {
        const auto active = [&] {
            return staffing::guard(nullptr, [&] { (void)*RecordingExport::active(plugin); });
        };
        CHECK(active() == STAFFING_STATUS_WRONG_STATE);
        REQUIRE(plugin->init(plugin, nullptr) == STAFFING_STATUS_OK);
        REQUIRE(plugin->activate(plugin, nullptr) == STAFFING_STATUS_OK);
        CHECK(active() == STAFFING_STATUS_OK);
        plugin->deactivate(plugin);
        CHECK(active() == STAFFING_STATUS_WRONG_STATE);
        plugin->destroy(plugin);
    }
    SECTION("an extension is found by its exact id only") {
        using namespace std::string_view_literals;
        CHECK(extension(plugin, "recording.table/1") == nullptr);  // before init there is none
        REQUIRE(plugin->init(plugin, nullptr) == STAFFING_STATUS_OK);
        CHECK(extension(plugin, "recording.table/1") == &RecordingPlugin::table);
        CHECK(extension(plugin, "recording.table/2") == nullptr);
        CHECK(extension(plugin, "recording.table/1\0"sv) == nullptr);
        CHECK(extension(plugin, "recording.table/1 ") == nullptr);
        CHECK(extension(plugin, "recording.table/\xFF") == nullptr);
        CHECK(extension(plugin, "") == nullptr);
        CHECK(extension(plugin, std::string(201, 'x')) == nullptr);
        CHECK(plugin->get_extension(plugin, nullptr) == nullptr);
        plugin->destroy(plugin);
    }
}

TEST_CASE("init on another thread than create is refused, and works where it belongs") {
    OpenLibrary library;
    REQUIRE(library.init() == STAFFING_STATUS_OK);
    JournalHost host;
    const staffing_plugin* plugin = nullptr;
    REQUIRE(library.entry.create(&host.host, &plugin, nullptr) == STAFFING_STATUS_OK);
    StringCollector words;
    std::thread([&] { CHECK(plugin->init(plugin, words.sink()) == STAFFING_STATUS_WRONG_THREAD); }).join();
    CHECK(words.text().find("main thread") != std::string::npos);
    CHECK(host.journal.steps == Steps{"create"});
    CHECK(plugin->init(plugin, nullptr) == STAFFING_STATUS_OK);
    plugin->destroy(plugin);
}

TEST_CASE("deactivate and destroy on another thread are refused where the host tells threads apart") {
    OpenLibrary library;
    REQUIRE(library.init() == STAFFING_STATUS_OK);
    JournalHost host;
    host.journal.knows_main_thread = true;
    const staffing_plugin* plugin = nullptr;
    REQUIRE(library.entry.create(&host.host, &plugin, nullptr) == STAFFING_STATUS_OK);
    REQUIRE(plugin->init(plugin, nullptr) == STAFFING_STATUS_OK);
    REQUIRE(plugin->activate(plugin, nullptr) == STAFFING_STATUS_OK);
    const auto elsewhere = [&](auto step) { std::thread([&] { step(plugin); }).join(); };
    elsewhere(plugin->deactivate);
    elsewhere(plugin->destroy);
    CHECK(host.journal.steps == Steps{"create", "init", "activate"});
    REQUIRE(host.journal.misbehaviour.size() == 1);
    CHECK(host.journal.misbehaviour[0] ==
          "The host called deactivate on a thread that is not its main thread; Recording Plug-in cannot end "
          "there and "
          "goes on. Call it on the main thread when all calls have returned.");
    StringCollector words;
    CHECK(plugin->activate(plugin, words.sink()) == STAFFING_STATUS_WRONG_STATE);
    CHECK(words.text().find("not its main thread") != std::string::npos);

    plugin->deactivate(plugin);
    elsewhere(plugin->destroy);
    CHECK(host.journal.misbehaviour.size() == 1);  // after deactivate the host is called no more
    CHECK(host.journal.steps.back() == "deactivate");
    plugin->destroy(plugin);
    CHECK(host.journal.steps.back() == "destroy");
}

TEST_CASE("a NULL plug-in is an error and no crash") {
    OpenLibrary library;
    REQUIRE(library.init() == STAFFING_STATUS_OK);
    JournalHost host;
    const staffing_plugin* plugin = nullptr;
    REQUIRE(library.entry.create(&host.host, &plugin, nullptr) == STAFFING_STATUS_OK);
    const staffing_plugin functions = *plugin;
    plugin->destroy(plugin);

    CHECK(functions.init(nullptr, nullptr) == STAFFING_STATUS_INVALID_ARGUMENT);
    CHECK(functions.activate(nullptr, nullptr) == STAFFING_STATUS_INVALID_ARGUMENT);
    functions.deactivate(nullptr);
    functions.destroy(nullptr);
    const staffing_string id = abi("recording.table/1");
    CHECK(functions.get_extension(nullptr, &id) == nullptr);
    const staffing_plugin without_data{};
    CHECK(functions.init(&without_data, nullptr) == STAFFING_STATUS_INVALID_ARGUMENT);
}
