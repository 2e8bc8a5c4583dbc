#include <catch2/catch_test_macros.hpp>
#include <string>
#include <thread>
#include <vector>

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

TEST_CASE("deactivate from inside of a call of the same thread does not wait for itself") {
    Active active;
    const auto outer = RecordingExport::active(active.plugin);
    const auto inner = RecordingExport::active(active.plugin);
    active.plugin->deactivate(active.plugin);
    CHECK(active.host.journal.steps.back() == "deactivate");
    CHECK(active.call() == STAFFING_STATUS_WRONG_STATE);
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
