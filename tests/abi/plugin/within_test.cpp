// A host that ends the plug-in from within: in a call of the plug-in that has not returned, or on a thread of
// the plug-in's own.

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include "abi/plugin/every_call.hpp"
#include "abi/plugin/menu_item.hpp"
#include "abi/plugin/running_carrier.hpp"
#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "staffing/ext/dialog_events.h"
#include "staffing/ext/menu.h"
#include "staffing/ext/message_logger.h"
#include "staffing/ext/recipient_resolver.h"
#include "staffing/ext/settings.h"

using namespace abi;

namespace {

/// What the host does within a call, and where it has been.
struct Errors {
    std::mutex mutex;
    std::function<void(const std::string& place)> err;
    std::thread::id main_thread = std::this_thread::get_id();
    std::set<std::pair<std::string, bool>> places;  ///< and whether on the main thread

    void at(const char* place) {
        std::function<void(const std::string&)> now;
        {
            const std::lock_guard lock(mutex);
            if (err) places.insert({place, std::this_thread::get_id() == main_thread});
            now = err;
        }
        if (now) now(place);
    }
    bool has_been_at(const char* place, bool is_main_thread) {
        const std::lock_guard lock(mutex);
        return places.contains({place, is_main_thread});
    }
};

Errors errors;

/// A function of the host that errs before it does its work.
template <auto Field>
struct Erring;

template <class Table, class Answered, class... Arguments,
          Answered (STAFFING_CALL* Table::*Field)(Arguments...)>
struct Erring<Field> {
    static inline Answered(STAFFING_CALL* real)(Arguments...) = nullptr;
    static inline const char* name = nullptr;

    static Answered STAFFING_CALL call(Arguments... arguments) {
        errors.at(name);
        return real(arguments...);
    }
    static void put_into(Table& table, const char* as) {
        real = table.*Field;
        name = as;
        table.*Field = &call;
    }
};

/// The tables of a host that errs in every function.
struct ErringTables {
    staffing_clock clock = mock_host::clock_table();
    staffing_credentials credentials = mock_host::credentials_table();
    staffing_dialogs dialogs = mock_host::dialogs_table();
    staffing_log log = mock_host::log_table();
    staffing_main_thread main_thread = mock_host::main_thread_table();
    staffing_message_log message_log = mock_host::message_log_table();
    staffing_notifications notifications = mock_host::notifications_table();
    staffing_records records = mock_host::records_table();
    staffing_session session = mock_host::session_table();
    staffing_thread_check thread_check = mock_host::thread_check_table();

    ErringTables() {
        Erring<&staffing_clock::now_milliseconds>::put_into(clock, "clock.now");
        Erring<&staffing_clock::wait_until>::put_into(clock, "clock.wait_until");
        Erring<&staffing_clock::wake>::put_into(clock, "clock.wake");
        Erring<&staffing_credentials::get>::put_into(credentials, "credentials.get");
        Erring<&staffing_credentials::put>::put_into(credentials, "credentials.put");
        Erring<&staffing_dialogs::open>::put_into(dialogs, "dialogs.open");
        Erring<&staffing_dialogs::update>::put_into(dialogs, "dialogs.update");
        Erring<&staffing_dialogs::close>::put_into(dialogs, "dialogs.close");
        Erring<&staffing_log::write>::put_into(log, "log.write");
        Erring<&staffing_main_thread::post>::put_into(main_thread, "main_thread.post");
        Erring<&staffing_message_log::add>::put_into(message_log, "message_log.add");
        Erring<&staffing_message_log::action_codes>::put_into(message_log, "message_log.action_codes");
        Erring<&staffing_notifications::show>::put_into(notifications, "notifications.show");
        Erring<&staffing_records::get>::put_into(records, "records.get");
        Erring<&staffing_session::get_user>::put_into(session, "session.get_user");
        Erring<&staffing_thread_check::is_main_thread>::put_into(thread_check, "thread_check");
    }

    ReplacedHost::Tables all() const {
        return {{STAFFING_EXT_CLOCK, &clock},
                {STAFFING_EXT_CREDENTIALS, &credentials},
                {STAFFING_EXT_DIALOGS, &dialogs},
                {STAFFING_EXT_LOG, &log},
                {STAFFING_EXT_MAIN_THREAD, &main_thread},
                {STAFFING_EXT_MESSAGE_LOG, &message_log},
                {STAFFING_EXT_NOTIFICATIONS, &notifications},
                {STAFFING_EXT_RECORDS, &records},
                {STAFFING_EXT_SESSION, &session},
                {STAFFING_EXT_THREAD_CHECK, &thread_check}};
    }
};

/// Send Text in a host that errs as long as it is told to.
struct ErringHost : RunningCarrier {
    HostForTests mock;
    ErringTables tables;
    SendText text{mock, tables.all()};

    ErringHost() {
        errors.places.clear();
        REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    }
    ~ErringHost() { err({}); }

    void err(std::function<void(const std::string& place)> how) {
        const std::lock_guard lock(errors.mutex);
        errors.err = std::move(how);
    }

    std::vector<std::string> words_about_the_host() const {
        std::vector<std::string> words;
        for (const mock_host::LogLine& line : mock.host->log().lines())
            if (line.severity == STAFFING_LOG_HOST_MISBEHAVING) words.push_back(line.text);
        return words;
    }

    void settle() const { mock_host::wait_until_settled(*mock.host, std::chrono::seconds(60)); }

    /// An account, a text that is sent, and its conversation logged.
    void send_and_log() {
        REQUIRE(text.add_account(carrier.base_url()).status == STAFFING_STATUS_OK);
        settle();
        REQUIRE(perform(text).status == STAFFING_STATUS_OK);
        settle();
        mock_host::Dialogs& dialogs = mock.host->dialogs();
        const std::uint64_t id = dialogs.ids().at(0);
        const staffing_string pressed =
            staffing::abi(R"({"event": "pressed", "button": "send", "values": {"body": "Good morning"}})");
        REQUIRE(text.on_main(text.table<staffing_dialog_events>(STAFFING_EXT_DIALOG_EVENTS).on_event, id,
                             &pressed)
                    .status == STAFFING_STATUS_OK);
        settle();
        REQUIRE(
            text.on_worker(text.table<staffing_message_logger>(STAFFING_EXT_MESSAGE_LOGGER).flush).status ==
            STAFFING_STATUS_OK);
    }

    /// Looks up an employee; the listener errs, too.
    void resolve() {
        struct End {
            std::mutex mutex;
            std::condition_variable ended;
            bool is_over = false;
        } end;
        const staffing_resolution_listener listener{
            sizeof listener, 0, &end,
            [](void*, const staffing_recipient* const*, std::uint64_t) { errors.at("listener.partial"); },
            [](void* context, staffing_status, const staffing_string*) {
                errors.at("listener.complete");
                auto& self = *static_cast<End*>(context);
                const std::lock_guard lock(self.mutex);
                self.is_over = true;
                self.ended.notify_all();
            }};
        const staffing_record_ref employee{STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};
        const staffing_resolution_request request{sizeof request, 0, &employee, 1};
        std::uint64_t job_id = 0;
        REQUIRE(text.on_main(text.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER).start,
                             &request, &listener, &job_id)
                    .status == STAFFING_STATUS_OK);
        std::unique_lock lock(end.mutex);
        end.ended.wait(lock, [&] { return end.is_over; });
    }

    /// The menu, with a host that errs in its sink.
    void populate() {
        const staffing_menu_target target = one_employee();
        const staffing_menu_item_sink sink{
            nullptr, [](void*, const staffing_menu_item*) { errors.at("the menu's sink"); }};
        REQUIRE(text.on_main(text.table<staffing_menu>(STAFFING_EXT_MENU).populate, &target, &sink).status ==
                STAFFING_STATUS_OK);
    }

    void require_active(bool is_active) {
        for (const Call& call : every_call(text)) {
            INFO(call.name);
            CHECK((make(call, text, text.c()).status != STAFFING_STATUS_WRONG_STATE) == is_active);
        }
    }
};

}  // namespace

TEST_CASE_METHOD(ErringHost, "deactivate and destroy from within are refused in words, and work afterwards") {
    const staffing_plugin* const plugin = text.c();
    const bool is_destroyed = GENERATE(false, true);
    err([=](const std::string&) { (is_destroyed ? plugin->destroy : plugin->deactivate)(plugin); });
    populate();
    send_and_log();
    resolve();
    for (const char* const place : {"thread_check", "session.get_user", "the menu's sink", "dialogs.open",
                                    "dialogs.update", "dialogs.close"}) {
        INFO(place);
        CHECK(errors.has_been_at(place, true));
    }
    for (const char* const place : {"thread_check", "session.get_user", "records.get", "message_log.add",
                                    "credentials.put", "credentials.get", "main_thread.post", "clock.now",
                                    "clock.wait_until", "listener.partial", "listener.complete"}) {
        INFO(place);
        CHECK(errors.has_been_at(place, false));
    }
    // Whichever thread is the first to meet the error writes the one line about it.
    CHECK((errors.has_been_at("log.write", true) || errors.has_been_at("log.write", false)));
    require_active(true);
    const std::string step = is_destroyed ? "destroy" : "deactivate";
    CHECK(words_about_the_host() ==
          std::vector<std::string>{"The host called " + step +
                                   " from within a call or a thread of Send Text, which cannot end there "
                                   "and goes on. Call it on the main thread when all calls have returned."});

    err({});
    text.deactivate();
    require_active(false);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    require_active(true);
}

TEST_CASE_METHOD(ErringHost, "a host that errs while the plug-in ends or begins does no harm") {
    const staffing_plugin* const plugin = text.c();
    send_and_log();
    err([=](const std::string&) {
        plugin->deactivate(plugin);
        plugin->destroy(plugin);
        plugin->activate(plugin, nullptr);
    });
    text.deactivate();
    require_active(false);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    require_active(true);
    err({});
}

TEST_CASE_METHOD(ErringHost,
                 "a log that ends the plug-in at a line gets the words when the line is written") {
    const staffing_plugin* const plugin = text.c();
    static thread_local int depth = 0;
    std::atomic<bool> is_too_deep = false;
    err([&, plugin](const std::string&) {
        ++depth;
        if (depth > 2) is_too_deep = true;  // a call, and the log within it
        plugin->deactivate(plugin);
        --depth;
    });
    populate();
    settle();  // a thread of the plug-in may have met it first, and be writing the line
    CHECK(words_about_the_host().size() == 1);
    CHECK_FALSE(is_too_deep);
    err({});
}

TEST_CASE_METHOD(ErringHost, "settings are not changed from within: the store may have to move for that") {
    Answer answer;
    err([&](const std::string& place) {
        if (place != "listener.partial") return;
        const staffing_string values = staffing::abi(R"({"conversation_window": "12h"})");
        answer = text.on_main(text.table<staffing_settings>(STAFFING_EXT_SETTINGS).change, &values, &no_text);
    });
    resolve();
    CHECK(answer.status == STAFFING_STATUS_WRONG_STATE);
    CHECK_FALSE(answer.words.empty());
}
