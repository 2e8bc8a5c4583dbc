#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "accounts/account_gateways.hpp"
#include "compose/compose_dialog.hpp"
#include "core/system_clock.hpp"
#include "unit/accounts/account_fixture.hpp"
#include "unit/compose/fake_progress_display.hpp"
#include "unit/support/fake_host.hpp"
#include "unit/support/fake_record_directory.hpp"
#include "unit/support/recording_log.hpp"

namespace send_text::testing {

/// The host's windows: what stands in each that is open.
class FakeWindows final : public DialogWindows {
  public:
    std::uint64_t open(const nlohmann::json& view) override {
        views[++last_id] = view;
        return last_id;
    }
    void update(std::uint64_t dialog_id, const nlohmann::json& patch) override {
        if (is_blind) return;
        max_operations = std::max(max_operations, patch.size());
        views.at(dialog_id) = views.at(dialog_id).patch(patch);
    }
    void close(std::uint64_t dialog_id) override {
        if (is_blind) return;
        views.erase(dialog_id);
    }

    std::map<std::uint64_t, nlohmann::json> views;
    std::uint64_t last_id = 0;
    bool is_blind = false;           ///< shows nothing new, and closes nothing
    std::size_t max_operations = 0;  ///< of a patch
};

class FakeSession final : public Session {
  public:
    SessionUser user() override {
        const std::lock_guard lock(mutex);
        return who;
    }
    void set(const SessionUser& user) {
        const std::lock_guard lock(mutex);
        who = user;
    }

    std::mutex mutex;
    SessionUser who{true, true, 1, 3, "Alexander Swanson", "Memphis NE"};
};

/// The main thread: the test's, which runs the tasks when it says so.
class FakeMainThread final : public MainThread {
  public:
    void post(std::function<void()> task) override {
        const std::lock_guard lock(mutex);
        tasks.push_back(std::move(task));
    }
    bool run_all() {
        std::deque<std::function<void()>> now;
        {
            const std::lock_guard lock(mutex);
            now.swap(tasks);
        }
        for (const auto& task : now)
            task();
        return !now.empty();
    }

    void run_next() {
        std::function<void()> task;
        {
            const std::lock_guard lock(mutex);
            task = std::move(tasks.at(0));
            tasks.pop_front();
        }
        task();
    }

    std::mutex mutex;
    std::deque<std::function<void()>> tasks;
};

/// All that the dialogs work with, and a person at them.
struct ComposeFixture : AccountFixture {
    ComposeFixture() {
        accounts.save(0, branch_form(3, "6515550100"), admin);
        add_person(1, "651-556-5757");
        add_person(2, "(651) 580-0580x123");
        add_person(3, "4737475757");
        add_person(4, "651-556-5757");
        add_person(5, "n/a");
        desk.start();
        drafting.start();
        carrier_lists.start();
    }

    /// An employee with this cell phone, as typed.
    void add_person(std::int64_t id, const std::string& phone) {
        const std::string number = std::to_string(id);
        const RecordRef person = book.add(id, "Person " + number, {{1, MethodType::cell_phone, phone}});
        book.give(person, {"Pat" + number, id == 2 ? "" : "Last" + number, "55104", R"({"job": "Driver"})"});
    }

    void open(const std::vector<std::int64_t>& ids) {
        std::vector<RecordRef> records;
        for (const std::int64_t id : ids)
            records.push_back({RecordKind::employee, id});
        ComposeDialog::open(services, records);
    }

    /// Until desk, carriers and main thread have nothing left to do.
    void settle() {
        do {
            reach(desk);
            reach(drafting);
            reach(desk);
            std::promise<void> answered;
            carrier_lists.ask(LineId("nobody's"), no_time,
                              [&](const CarrierAnswer&) { answered.set_value(); });
            answered.get_future().wait();
        } while (main_thread.run_all());
    }

    /// Until what was posted to a thread before is done.
    static void reach(TaskQueue& thread) {
        std::promise<void> reached;
        thread.post([&] { reached.set_value(); });
        reached.get_future().wait();
    }

    /// The only open window.
    const nlohmann::json& view() const {
        if (windows.views.size() != 1) throw std::logic_error("not one open window");
        return windows.views.begin()->second;
    }
    const nlohmann::json& element(const std::string& id) const {
        for (const nlohmann::json& element : view().at("elements")) {
            if (element.at("id") == id) return element;
        }
        throw std::logic_error("no element " + id);
    }
    std::string text(const std::string& id) const { return element(id).at("text").get<std::string>(); }
    const nlohmann::json& rows(const std::string& id) const { return element(id).at("rows"); }

    void event(const nlohmann::json& event) { dialogs.on_event(windows.views.begin()->first, event); }
    void type(const std::string& body) {
        event({{"event", "changed"}, {"element", "body"}, {"value", body}});
        go_through();
    }
    void press(const std::string& button, const nlohmann::json& values = nlohmann::json::object()) {
        event({{"event", "pressed"}, {"button", button}, {"values", values}});
        settle();
    }
    void remove(const std::string& row) {
        event({{"event", "row_action"}, {"element", "recipients"}, {"row", row}, {"action", "remove"}});
        go_through();
    }
    /// Until the message has been gone through for all recipients, and that is shown.
    void go_through() {
        reach(drafting);
        main_thread.run_all();
    }

    FakeWindows windows;
    FakeSession session;
    FakeMainThread main_thread;
    FakeNotifier notifier;
    FakeRecordDirectory book;
    SystemClock system_clock;
    RecordingLog log;
    OutboxStore outbox{database};
    ConversationStore conversations{database};
    DialogSet dialogs{windows};
    FakeProgressDisplay display;
    UnsentTexts waiting{outbox, clock};
    RequestWatch watch{outbox, settings, clock, session, main_thread, notifier, display, &waiting};
    TemplateStore templates{database};
    DraftStore draft_store{database};
    DraftKeeper drafts{draft_store, clock, [] {}};
    NumberFactStore facts{database};
    ConsentRegister consent{facts, clock};
    TaskQueue desk{system_clock, log};
    TaskQueue drafting{system_clock, log};
    UndecidedTexts undecided{outbox};
    AccountGateways list_gateways{accounts, gateways, settings};
    CarrierLists carrier_lists{list_gateways, system_clock, log};
    int delivery_wakes = 0;
    NumberConditionOf condition_of;
    ComposeServices services{dialogs,
                             session,
                             accounts,
                             book,
                             settings,
                             outbox,
                             conversations,
                             watch,
                             templates,
                             desk,
                             drafting,
                             main_thread,
                             clock,
                             [this] { ++delivery_wakes; },
                             [this] { return condition_of; },
                             consent,
                             undecided,
                             carrier_lists,
                             waiting,
                             drafts};
};

}  // namespace send_text::testing
