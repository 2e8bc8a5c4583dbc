#include <catch2/catch_test_macros.hpp>
#include <string>
#include <thread>
#include <vector>

#include "staffing_cpp/call.hpp"
#include "staffing_cpp/guard.hpp"
#include "unit/glue/recording_plugin.hpp"

namespace {

/// An active plug-in.
struct Active {
    JournalHost host;
    const staffing_plugin* plugin = nullptr;

    Active() {
        const staffing_string path = staffing::abi("/opt/host/plugins/recording.so");
        RecordingExport::entry()->init(&path, nullptr);
        REQUIRE(RecordingExport::entry()->create(&host.host, &plugin, nullptr) == STAFFING_STATUS_OK);
        REQUIRE(plugin->init(plugin, nullptr) == STAFFING_STATUS_OK);
        REQUIRE(plugin->activate(plugin, nullptr) == STAFFING_STATUS_OK);
    }
    ~Active() {
        plugin->destroy(plugin);
        RecordingExport::entry()->deinit();
    }

    staffing_status call() const {
        return staffing::guard(nullptr, [&] { (void)*RecordingExport::active(plugin); });
    }
    bool is_active() const { return call() == STAFFING_STATUS_OK; }
};

}  // namespace

TEST_CASE("deactivate waits for the calls of other threads, and lets no more in") {
    Active active;
    std::atomic<bool> is_inside = false;
    bool was_deactivated_meanwhile = true;
    std::thread worker([&] {
        const auto call = RecordingExport::active(active.plugin);
        is_inside = true;
        while (active.is_active())
            std::this_thread::yield();
        for (int i = 0; i < 1000; ++i)
            std::this_thread::yield();  // time for a deactivate that does not wait
        was_deactivated_meanwhile = active.host.journal.steps.back() == "deactivate";
    });
    while (!is_inside)
        std::this_thread::yield();
    active.plugin->deactivate(active.plugin);
    CHECK(active.host.journal.steps.back() == "deactivate");
    worker.join();
    CHECK_FALSE(was_deactivated_meanwhile);
    CHECK(active.call() == STAFFING_STATUS_WRONG_STATE);

    REQUIRE(active.plugin->activate(active.plugin, nullptr) == STAFFING_STATUS_OK);
    CHECK(active.call() == STAFFING_STATUS_OK);
}

TEST_CASE("deactivate and destroy from inside of a call of the same thread are refused, and work after it") {
    Active active;
    {
        const auto outer = RecordingExport::active(active.plugin);
        const auto inner = RecordingExport::active(active.plugin);
        active.plugin->deactivate(active.plugin);
        active.plugin->destroy(active.plugin);
        CHECK(active.host.journal.steps.back() == "activate");
        CHECK(active.is_active());
        const staffing::StringCollector words;
        CHECK(active.plugin->activate(active.plugin, words.sink()) == STAFFING_STATUS_WRONG_STATE);
        CHECK(words.text() ==
              "Recording Plug-in: activate was called at the wrong point of the plug-in's life. The host "
              "called deactivate from within a call or a thread of Recording Plug-in, which cannot end there "
              "and goes on. Call it on the main thread when all calls have returned.");
    }
    active.plugin->deactivate(active.plugin);
    CHECK(active.host.journal.steps.back() == "deactivate");
    CHECK(active.call() == STAFFING_STATUS_WRONG_STATE);
    CHECK(active.plugin->activate(active.plugin, nullptr) == STAFFING_STATUS_OK);
}

TEST_CASE("deactivate and destroy where the plug-in calls the host are refused, and said once") {
    Active active;
    Journal& journal = active.host.journal;
    journal.is_calling_host = true;
    active.plugin->deactivate(active.plugin);
    active.plugin->deactivate(active.plugin);
    active.plugin->destroy(active.plugin);
    CHECK(journal.misbehaviour.size() == 1);
    CHECK(active.is_active());

    journal.is_calling_host = false;
    active.plugin->deactivate(active.plugin);
    CHECK(journal.steps.back() == "deactivate");
    REQUIRE(active.plugin->activate(active.plugin, nullptr) == STAFFING_STATUS_OK);
    journal.is_calling_host = true;
    active.plugin->destroy(active.plugin);
    CHECK(journal.misbehaviour.size() == 2);  // once for each time that it is active
    journal.is_calling_host = false;
}

TEST_CASE("a step within a step of the life is refused, and the outer one goes on") {
    Active active;
    Journal& journal = active.host.journal;
    const staffing_plugin* const plugin = active.plugin;
    staffing_status of_nested = STAFFING_STATUS_UNSPECIFIED;
    const auto nest = [&](const std::string& step) {
        journal.within_step = [&, step](const std::string& name) {
            if (name != step) return;
            of_nested = plugin->activate(plugin, nullptr);
            plugin->deactivate(plugin);
            plugin->destroy(plugin);
        };
    };
    nest("deactivate");
    plugin->deactivate(plugin);
    CHECK(of_nested == STAFFING_STATUS_WRONG_STATE);
    CHECK(journal.steps.back() == "deactivate");

    nest("activate");
    CHECK(plugin->activate(plugin, nullptr) == STAFFING_STATUS_OK);
    CHECK(of_nested == STAFFING_STATUS_WRONG_STATE);
    CHECK(journal.steps.back() == "activate");
    CHECK(active.is_active());
    journal.within_step = {};
}

TEST_CASE("a call that throws has left") {
    Active active;
    const staffing_status status = staffing::guard(nullptr, [&] {
        const auto call = RecordingExport::active(active.plugin);
        throw staffing::StatusError(STAFFING_STATUS_REFUSED, "No.");
    });
    CHECK(status == STAFFING_STATUS_REFUSED);
    std::thread([&] { active.plugin->deactivate(active.plugin); }).join();
    CHECK(active.call() == STAFFING_STATUS_WRONG_STATE);
}
