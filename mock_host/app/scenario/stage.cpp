#include "mock_host/app/scenario/stage.hpp"

#include <charconv>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

Stage::Stage(StaffingDatabase& database, Host& host, std::unique_ptr<PluginLibrary> library,
             CarrierControl& carrier, Transcript& transcript)
    : database_(database),
      host_(host),
      library_(std::move(library)),
      carrier_(carrier),
      transcript_(transcript) {}

Stage::~Stage() = default;

void Stage::start_plugin() {
    plugin_ = std::make_unique<LoadedPlugin>(*library_, host_);
    plugin_->activate();
}

void Stage::stop_plugin() {
    plugin_.reset();
}

void Stage::restart_plugin() {
    const std::string path = library_->path();
    stop_plugin();
    menu.reset();
    library_->unload();
    library_ = std::make_unique<PluginLibrary>(path);
    start_plugin();
}

void Stage::settle() {
    if (is_real_time()) {
        run_tasks_for(host_, std::chrono::milliseconds(0));
    } else {
        wait_until_settled(host_, guard);
    }
}

void Stage::expect(const std::function<void()>& check) {
    const auto end = std::chrono::steady_clock::now() + guard;
    while (true) {
        settle();
        try {
            return check();
        } catch (const NotAsStated&) {
            if (!is_real_time() || std::chrono::steady_clock::now() >= end) throw;
        }
        run_tasks_for(host_, std::chrono::milliseconds(100));
    }
}

void Stage::on_worker(std::function<void()> work) {
    if (!is_preparing) return mock_host::on_worker(host_, guard, std::move(work));
    mock_host::on_worker(host_, guard, [this, work = std::move(work)] {
        const ActingAsAdministrator acting(host_.session());
        work();
    });
}

std::uint64_t Stage::top_dialog() {
    const auto ids = host_.dialogs().ids();
    if (ids.empty()) throw NotAsStated("an open dialog", "No dialog is open.");
    return ids.back();
}

RecordKey Stage::record(const std::string& text) {
    for (const RecordKind kind : {RecordKind::employee, RecordKind::contact}) {
        const std::string start = std::string(word(kind)) + ":";
        if (!text.starts_with(start)) continue;
        std::int64_t id = 0;
        const char* const end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data() + start.size(), end, id);
        if (error == std::errc{} && stop == end) return {kind, id};
    }
    throw ScenarioError("\"" + text + "\" is not a record such as employee:5814 or contact:6376.");
}

std::string Stage::name_of(const RecordKey& key) {
    const auto person = database_.records().find(key);
    return person ? full_name(*person) + " (" + describe(key) + ")" : describe(key) + ", which is gone";
}

}  // namespace mock_host
