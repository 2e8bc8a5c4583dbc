// How long Send Text keeps the host's main thread: each function that the host calls there, and each task
// that it posts, while a text is composed for one recipient, for 2,000 and for 10,000. The carrier answers
// nothing meanwhile, and each write of the store takes long. What a function takes must not depend on how
// many recipients there are.

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bench/times.hpp"
#include "carrier/carrier_control.hpp"
#include "carrier/carrier_server.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/loader/plugin_library.hpp"
#include "mock_host/staffing/seed/generated_employees.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/dialogs.h"
#include "staffing/ext/external_service.h"
#include "staffing/ext/main_thread.h"
#include "staffing/ext/menu.h"
#include "staffing/ext/settings.h"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/plugin_life.hpp"

using nlohmann::json;

namespace {

/// How many times longer what is usual may take with five times the recipients. What takes no time is not
/// judged.
constexpr double max_times = 4;
constexpr double no_time_ms = 0.5;

std::atomic<bool> is_store_slow = false;

void wait_for_disk() {
    if (is_store_slow) std::this_thread::sleep_for(std::chrono::milliseconds(30));
}

}  // namespace

// The disk of the store: SQLite finds these before the system's.
extern "C" int fsync(int descriptor) {
    wait_for_disk();
    return static_cast<int>(syscall(SYS_fsync, descriptor));
}
extern "C" int fdatasync(int descriptor) {
    wait_for_disk();
    return static_cast<int>(syscall(SYS_fdatasync, descriptor));
}

namespace {

/// A host whose windows cost nothing, and which looks at its clock before and after whatever is done on its
/// main thread.
class Host : public staffing_host {
  public:
    explicit Host(std::size_t employees) : staffing_host() {
        mock_host::add_generated_employees(*database_, employees);
        mock_host::HostOptions options;
        options.data_folder = folder_.path();
        options.plugin_id = "com.example.send_text";
        options.clock_start_ms = 1'772'463'600'000;
        mock_ = std::make_unique<mock_host::Host>(*database_, options);
        mock_->session().log_in("aswanson");
        static_cast<staffing_host&>(*this) = mock_->c();
        get_extension = &Host::extension;
        mock_->set_in_init(true);
        life_.emplace(library_.entry(), *this, library_.path());
        mock_->set_in_init(false);
        life_->activate();
    }

    bench::Times times;

    const staffing_plugin* plugin() const { return life_->plugin(); }

    template <class Table>
    const Table& table(const char* id) const {
        return *life_->extension<Table>(id);
    }

    /// The first of the employees who are there; of one alone, somebody who can be texted.
    std::vector<staffing_record_ref> employees(std::size_t count) const {
        if (count == 1) return {{STAFFING_RECORD_KIND_EMPLOYEE, 0, 5814}};
        mock_host::RecordSearch search;
        search.kind = mock_host::RecordKind::employee;
        std::vector<staffing_record_ref> records;
        while (records.size() < count) {
            search.offset = records.size();
            search.limit = std::min<std::size_t>(1'000, count - records.size());
            const auto page = database_->records().search(search);
            if (page.people.empty()) throw std::runtime_error("there are too few employees");
            for (const mock_host::Person& person : page.people)
                records.push_back({STAFFING_RECORD_KIND_EMPLOYEE, 0, person.key().id});
        }
        return records;
    }

    /// Does one task that was posted. False: there is none.
    bool run_task(const std::string& when) {
        staffing_task task{};
        {
            const std::lock_guard lock(mutex_);
            if (tasks_.empty()) return false;
            task = tasks_.front();
            tasks_.pop_front();
        }
        times.time("a task, " + when, [&] { task.run(task.context); });
        draw();
        return true;
    }

    template <class Condition>
    void run_until(const std::string& when, Condition&& condition) {
        while (!condition()) {
            if (!run_task(when)) std::this_thread::yield();
        }
    }

    /// A call of the plug-in that may wait, on a thread where it may; the main thread does its tasks.
    template <class Call>
    void on_worker(Call&& call) {
        std::atomic<bool> is_over = false;
        std::thread worker([&] {
            call();
            is_over = true;
        });
        run_until("administration", [&] { return is_over.load(); });
        worker.join();
    }

    void event(const std::string& what, std::uint64_t dialog_id, const json& event) {
        const std::string text = event.dump();
        const staffing_string given = staffing::abi(text);
        const auto& events = table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS);
        times.time(what, [&] { check(events.on_event(plugin(), dialog_id, &given, nullptr)); });
        draw();
    }

    const json& view(std::uint64_t dialog_id) { return views_.at(dialog_id); }
    std::uint64_t last_dialog() const { return views_.empty() ? 0 : views_.rbegin()->first; }

    static void check(staffing_status status) {
        if (status != STAFFING_STATUS_OK) throw std::runtime_error("answered " + std::to_string(status));
    }

  private:
    static Host& self(const staffing_host* host) {
        return const_cast<Host&>(static_cast<const Host&>(*host));
    }
    static const void* STAFFING_CALL extension(const staffing_host* host, const staffing_string* id) {
        static constexpr staffing_dialogs dialogs{&open, &update, &close};
        static constexpr staffing_main_thread main_thread{&post};
        const std::string name(id->data, id->size);
        if (name == STAFFING_EXT_DIALOGS) return &dialogs;
        if (name == STAFFING_EXT_MAIN_THREAD) return &main_thread;
        const staffing_host& mock = self(host).mock_->c();
        return mock.get_extension(&mock, id);
    }
    static staffing_status STAFFING_CALL post(const staffing_host* host, const staffing_task* task,
                                              const staffing_error_sink*) {
        const std::lock_guard lock(self(host).mutex_);
        self(host).tasks_.push_back(*task);
        return STAFFING_STATUS_OK;
    }
    static staffing_status STAFFING_CALL open(const staffing_host* host, const staffing_string* view,
                                              std::uint64_t* dialog_id, const staffing_error_sink*) {
        *dialog_id = ++self(host).last_id_;
        self(host).to_draw_.push_back({*dialog_id, true, std::string(view->data, view->size)});
        return STAFFING_STATUS_OK;
    }
    static staffing_status STAFFING_CALL update(const staffing_host* host, std::uint64_t dialog_id,
                                                const staffing_string* patch, const staffing_error_sink*) {
        self(host).to_draw_.push_back({dialog_id, false, std::string(patch->data, patch->size)});
        return STAFFING_STATUS_OK;
    }
    static staffing_status STAFFING_CALL close(const staffing_host* host, std::uint64_t dialog_id,
                                               const staffing_error_sink*) {
        self(host).to_draw_.push_back({dialog_id, false, {}});
        return STAFFING_STATUS_OK;
    }

  public:
    /// What the windows say now. That is the host's time.
    void draw() {
        for (const Drawn& drawn : std::exchange(to_draw_, {})) {
            if (drawn.is_new) {
                views_[drawn.dialog_id] = json::parse(drawn.text);
            } else if (drawn.text.empty()) {
                views_.erase(drawn.dialog_id);
            } else {
                views_.at(drawn.dialog_id).patch_inplace(json::parse(drawn.text));
            }
        }
    }

  private:
    struct Drawn {
        std::uint64_t dialog_id;
        bool is_new;
        std::string text;
    };

    const mock_host::TemporaryFolder folder_;
    std::unique_ptr<mock_host::StaffingDatabase> database_ = mock_host::StaffingDatabase::in_memory();
    std::unique_ptr<mock_host::Host> mock_;
    mock_host::PluginLibrary library_{SEND_TEXT};
    std::mutex mutex_;
    std::deque<staffing_task> tasks_;
    std::vector<Drawn> to_draw_;
    std::map<std::uint64_t, json> views_;
    std::uint64_t last_id_ = 0;
    std::optional<staffing::PluginLife> life_;
};

/// Somebody who composes a text, and everything that they do in the window.
class Composing {
  public:
    Composing(Host& host, std::size_t recipients) : host_(host), records_(host.employees(recipients)) {}

    void go_through_it() {
        for (int round = 0; round < 3; ++round) {
            open();
            type("Good morning, can you work on ", 300);
            type("Good morning {first_name|there}, can you work on ", 300);
            look_at_previews();
            change_rows();
            host_.event("Cancel", window_, pressed("cancel"));
            host_.event("Discard", host_.last_dialog(), pressed("yes"));
            host_.run_until("after the end", [&] { return host_.last_dialog() == 0; });
        }
        open();
        type("Hi {first_name|there}! Work tomorrow? ", 1);
        send();
    }

  private:
    static json pressed(const char* button, const json& values = json::object()) {
        return {{"event", "pressed"}, {"button", button}, {"values", values}};
    }

    void open() {
        const staffing_menu_target target{sizeof target, STAFFING_MENU_PLACE_EMPLOYEE_SEARCH_RESULTS,
                                          records_.data(), records_.size(), 0};
        const auto& menu = host_.table<staffing_menu>(STAFFING_EXT_MENU);
        const staffing_menu_item_sink sink{nullptr, [](void*, const staffing_menu_item*) {}};
        for (int again = 0; again < 100; ++again) {
            host_.times.time("the menu",
                             [&] { Host::check(menu.populate(host_.plugin(), &target, &sink, nullptr)); });
        }
        const staffing_string action = staffing::abi("send_text");
        host_.times.time("Send Text on the menu",
                         [&] { Host::check(menu.perform(host_.plugin(), &target, &action, nullptr)); });
        host_.draw();
        window_ = host_.last_dialog();
        host_.run_until("recipients are looked up", [&] { return !says("summary", "text", "Looking up"); });
    }

    /// So many letters, as fast as they can be typed, and until all is counted.
    void type(const std::string& beginning, int letters) {
        const bool has_fields = beginning.find('{') != std::string::npos;
        std::string message = beginning;
        for (int letter = 0; letter < letters; ++letter) {
            message += letter % 7 == 6 ? ' ' : 'x';
            host_.event(has_fields ? "a letter, with fields" : "a letter, without fields", window_,
                        {{"event", "changed"}, {"element", "body"}, {"value", message}});
            host_.run_task("while typing");
        }
        host_.run_until("while typing", [&] { return can_send() && !says("body", "note", "counted"); });
        message_ = message;
    }

    void look_at_previews() {
        host_.event("Preview", window_, pressed("preview"));
        host_.run_until("for a preview", [&] { return host_.last_dialog() != window_; });
        const std::uint64_t preview = host_.last_dialog();
        for (int again = 0; again < 50; ++again)
            host_.event("Next in the preview", preview, pressed(records_.size() > 1 ? "next" : "longest"));
        host_.event("Close the preview", preview, pressed("close"));
    }

    void change_rows() {
        const std::size_t before = rows().size();
        if (before < 50) return;
        for (std::size_t row = 0; row < 20; ++row) {
            host_.event("Remove a row", window_,
                        {{"event", "row_action"},
                         {"element", "recipients"},
                         {"row", rows().at(row * 2).at("id")},
                         {"action", "remove"}});
            host_.run_until("a row is removed", [&] { return rows().size() == before - row - 1; });
        }
    }

    void send() {
        host_.event("Send", window_, pressed("send", {{"body", message_}}));
        host_.run_until("after Send", [&] { return host_.last_dialog() > window_; });
        const auto is_confirmed = [&] {
            return host_.view(host_.last_dialog()).at("name") == "send_text.confirmation";
        };
        if (!is_confirmed()) host_.event("Continue", host_.last_dialog(), pressed("continue"));
        host_.run_until("after Send", is_confirmed);
    }

    const json& element(const char* id) const {
        for (const json& element : host_.view(window_).at("elements"))
            if (element.at("id") == id) return element;
        throw std::runtime_error("there is no element " + std::string(id));
    }
    const json& rows() const { return element("recipients").at("rows"); }
    bool says(const char* id, const char* what, const char* words) const {
        return element(id).at(what).get_ref<const std::string&>().find(words) != std::string::npos;
    }
    bool can_send() const { return host_.view(window_).at("buttons").at(0).at("enabled").get<bool>(); }

    Host& host_;
    std::vector<staffing_record_ref> records_;
    std::uint64_t window_ = 0;
    std::string message_;
};

/// An account with a carrier that answers nothing any more.
void add_account(Host& host, const mock_host::CarrierServer& carrier) {
    const std::string settings = json{{"zipwhip_base_url", carrier.base_url()}}.dump();
    const std::string account = json{
        {"owner", "user"},
        {"service_rep", "1"},
        {"carrier", "zipwhip"},
        {"username", "6515550100"},
        {"password", "secret"}}.dump();
    host.on_worker([&] {
        const staffing_string values = staffing::abi(settings);
        const staffing_string form = staffing::abi(account);
        const staffing::StringCollector problems;
        std::int64_t account_id = 0;
        Host::check(host.table<staffing_settings>(STAFFING_EXT_SETTINGS)
                        .change(host.plugin(), &values, problems.sink(), nullptr));
        Host::check(host.table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE)
                        .save(host.plugin(), 0, &form, &account_id, nullptr));
    });
    mock_host::CarrierControl(carrier.base_url()).set_faults(json::array({{{"fault", "hang"}}}));
}

}  // namespace

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    std::map<std::size_t, std::map<std::string, double>> usual;
    for (const std::size_t recipients : {1U, 2'000U, 10'000U}) {
        mock_host::CarrierServer carrier;
        carrier.start();
        Host host(recipients);
        add_account(host, carrier);
        is_store_slow = true;
        Composing(host, recipients).go_through_it();
        is_store_slow = false;
        usual[recipients] = host.times.print(recipients);
    }
    bool is_good = true;
    for (const auto& [what, few_ms] : usual[2'000]) {
        const double times = usual[10'000][what] / few_ms;
        std::printf("%-44s %.2f times as long with 10,000 as with 2,000\n", what.c_str(), times);
        is_good = is_good && (times <= max_times || usual[10'000][what] < no_time_ms);
    }
    return is_good ? 0 : 1;
}
