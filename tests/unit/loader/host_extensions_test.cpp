#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cstring>
#include <thread>

#include "loader/host_for_tests.hpp"
#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/worker_call.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using staffing::abi;
using staffing::StringCollector;

namespace {

/// What a function of the host answers when a worker calls it.
template <class Work>
staffing_status as_worker(Work work) {
    staffing_status status = STAFFING_STATUS_UNSPECIFIED;
    std::thread([&] { status = work(); }).join();
    return status;
}

struct MessageForTests {
    std::string key = "key";
    std::string code = "Text";
    std::vector<staffing_record_ref> records{{STAFFING_RECORD_KIND_EMPLOYEE, 0, 5814}};

    staffing_message c() const {
        return {sizeof(staffing_message),
                0,
                abi(key),
                abi(code),
                abi("Hello"),
                1,
                records.data(),
                records.size()};
    }
};

struct Added {
    staffing_status status;
    std::string words;
    std::int64_t id = 0;
};

Added add(HostForTests& test, const MessageForTests& message) {
    const auto* const log = test.extension<staffing_message_log>(STAFFING_EXT_MESSAGE_LOG);
    const staffing_message given = message.c();
    StringCollector error;
    std::int64_t id = 0;
    const auto status = as_worker([&] { return log->add(test.c(), &given, &id, error.sink()); });
    return {status, error.text(), id};
}

}  // namespace

TEST_CASE("every extension is given under its id, and a withheld or unknown one is not") {
    HostForTests test({STAFFING_EXT_RECORDS});
    for (const std::string& id : host_extension_ids()) {
        INFO(id);
        REQUIRE((test.extension<void>(id.c_str()) == nullptr) == (id == STAFFING_EXT_RECORDS));
    }
    REQUIRE(test.extension<void>("staffing.records/2") == nullptr);
}

TEST_CASE("an extension asked for outside of init is refused and noted") {
    HostForTests test;
    const staffing_string id = abi(STAFFING_EXT_LOG);
    REQUIRE(test.host->c().get_extension(test.c(), &id) == nullptr);
    REQUIRE(test.host->log().misbehaviour().size() == 1);
}

TEST_CASE("a call on the wrong thread is answered so and noted") {
    HostForTests test;
    std::int64_t id = 0;
    const MessageForTests words;
    const staffing_message message = words.c();
    const auto* const log = test.extension<staffing_message_log>(STAFFING_EXT_MESSAGE_LOG);
    REQUIRE(log->add(test.c(), &message, &id, nullptr) == STAFFING_STATUS_WRONG_THREAD);

    const auto* const dialogs = test.extension<staffing_dialogs>(STAFFING_EXT_DIALOGS);
    REQUIRE(as_worker([&] { return dialogs->close(test.c(), 1, nullptr); }) == STAFFING_STATUS_WRONG_THREAD);
    const auto noted = test.host->log().misbehaviour();
    REQUIRE(noted.size() == 2);
    REQUIRE_THAT(noted[0], ContainsSubstring("message_log.add"));
    REQUIRE_THAT(noted[1], ContainsSubstring("dialogs.close"));
}

TEST_CASE("NULL, a struct that is too small and bytes that are no UTF-8 are refused") {
    HostForTests test;
    const auto* const log = test.extension<staffing_message_log>(STAFFING_EXT_MESSAGE_LOG);
    std::int64_t id = 0;
    REQUIRE(as_worker([&] { return log->add(nullptr, nullptr, &id, nullptr); }) ==
            STAFFING_STATUS_INVALID_ARGUMENT);
    REQUIRE(as_worker([&] { return log->add(test.c(), nullptr, &id, nullptr); }) ==
            STAFFING_STATUS_INVALID_ARGUMENT);
    const MessageForTests words;
    staffing_message message = words.c();
    message.struct_size = 8;
    REQUIRE(as_worker([&] { return log->add(test.c(), &message, &id, nullptr); }) ==
            STAFFING_STATUS_STRUCT_TOO_SMALL);
    message = words.c();
    message.text = abi("\xC3(");
    REQUIRE(as_worker([&] { return log->add(test.c(), &message, &id, nullptr); }) ==
            STAFFING_STATUS_INVALID_UTF8);
}

TEST_CASE("a message is logged once for a key, whatever becomes of its code") {
    HostForTests test;
    const Added first = add(test, {});
    REQUIRE(first.status == STAFFING_STATUS_OK);
    test.database->action_codes().set_active("Text", false);
    const Added again = add(test, {});
    REQUIRE(again.status == STAFFING_STATUS_OK);
    REQUIRE(again.id == first.id);
    const auto messages = test.database->messages().of_record({RecordKind::employee, 5814});
    REQUIRE(messages.size() == 1);
    REQUIRE(messages[0].created_at_ms == HostForTests::start_ms);
}

TEST_CASE("an action code that cannot be used is refused with the reason, and nothing is changed") {
    HostForTests test;
    const auto refused = [&](const std::string& code) {
        const Added added = add(test, {"key", code});
        REQUIRE(added.status == STAFFING_STATUS_REFUSED);
        return added.words;
    };
    REQUIRE_THAT(refused("Nonsense"), ContainsSubstring("no action code \"Nonsense\""));
    REQUIRE_THAT(refused("Pager"), ContainsSubstring("inactive"));
    REQUIRE_THAT(refused("Deact"), ContainsSubstring("deactivates the person"));
    REQUIRE_THAT(refused("Sales Call"), ContainsSubstring("not for employee records"));
    REQUIRE(test.database->records().find({RecordKind::employee, 5814})->active);
    REQUIRE(test.database->messages().of_record({RecordKind::employee, 5814}).empty());
}

TEST_CASE("records that are gone are left out of a message, and only if all are it is refused") {
    HostForTests test;
    const staffing_record_ref gone{STAFFING_RECORD_KIND_EMPLOYEE, 0, 999'999};
    REQUIRE(add(test, {"a", "Text", {gone}}).status == STAFFING_STATUS_NOT_FOUND);
    REQUIRE(add(test, {"b", "Text", {gone, {STAFFING_RECORD_KIND_CONTACT, 0, 6376}}}).status ==
            STAFFING_STATUS_OK);
    REQUIRE(test.database->messages().find_by_key("b")->links ==
            std::vector<RecordKey>{{RecordKind::contact, 6376}});
}

TEST_CASE("records are given in the order asked for, NULL for one that is gone, until the sink ends it") {
    HostForTests test;
    const auto* const records = test.extension<staffing_records>(STAFFING_EXT_RECORDS);
    const staffing_record_ref asked[] = {{STAFFING_RECORD_KIND_CONTACT, 0, 6376},
                                         {STAFFING_RECORD_KIND_EMPLOYEE, 0, 999'999},
                                         {STAFFING_RECORD_KIND_EMPLOYEE, 0, 5814},
                                         {STAFFING_RECORD_KIND_EMPLOYEE, 0, 5450}};
    std::vector<std::string> seen;
    const staffing_record_sink sink{
        &seen, [](void* context, std::uint64_t index, const staffing_record* record) -> std::int32_t {
            auto& list = *static_cast<std::vector<std::string>*>(context);
            std::string line = std::to_string(index);
            if (record != nullptr) {
                line += " " + std::string(record->display_name.data, record->display_name.size);
                const staffing_contact_method& method = *record->methods[0];
                line += " " + std::to_string(method.type) + " " +
                        std::string(method.value.data, method.value.size);
            }
            list.push_back(line);
            return index == 2 ? 0 : 1;
        }};
    REQUIRE(as_worker([&] { return records->get(test.c(), asked, 4, &sink, nullptr); }) ==
            STAFFING_STATUS_OK);
    REQUIRE(seen == std::vector<std::string>{"0 Linda Morgan 4 (702) 364-5512", "1",
                                             "2 Dominic Proke 2 (651) 428-7716"});
}

TEST_CASE("records are found by a number however it was typed") {
    HostForTests test;
    const auto* const records = test.extension<staffing_records>(STAFFING_EXT_RECORDS);
    std::vector<std::int64_t> ids;
    const staffing_record_ref_sink sink{
        &ids, [](void* context, const staffing_record_ref* record) {
            static_cast<std::vector<std::int64_t>*>(context)->push_back(record->id);
        }};
    const staffing_string number = abi("+16515565757");
    REQUIRE(as_worker([&] { return records->find_by_phone(test.c(), &number, &sink, nullptr); }) ==
            STAFFING_STATUS_OK);
    REQUIRE(ids == std::vector<std::int64_t>{5102});
    const staffing_string typed = abi("651-556-5757");
    REQUIRE(as_worker([&] { return records->find_by_phone(test.c(), &typed, &sink, nullptr); }) ==
            STAFFING_STATUS_INVALID_ARGUMENT);
}

TEST_CASE("credentials are kept by name, and forgotten") {
    HostForTests test;
    const auto* const credentials = test.extension<staffing_credentials>(STAFFING_EXT_CREDENTIALS);
    const staffing_string name = abi("account 1");
    const staffing_string secret = abi("s3cret");
    StringCollector found;
    REQUIRE(as_worker([&] { return credentials->put(test.c(), &name, &secret, nullptr); }) ==
            STAFFING_STATUS_OK);
    REQUIRE(as_worker([&] { return credentials->get(test.c(), &name, found.sink(), nullptr); }) ==
            STAFFING_STATUS_OK);
    REQUIRE(found.text() == "s3cret");
    REQUIRE(test.database->credentials().names() ==
            std::vector<std::string>{"com.example.fixture/account 1"});
    REQUIRE(as_worker([&] { return credentials->remove(test.c(), &name, nullptr); }) == STAFFING_STATUS_OK);
    REQUIRE(as_worker([&] { return credentials->get(test.c(), &name, found.sink(), nullptr); }) ==
            STAFFING_STATUS_NOT_FOUND);
}

TEST_CASE("the session says who is logged in and what they may do") {
    HostForTests test;
    const auto* const session = test.extension<staffing_session>(STAFFING_EXT_SESSION);
    const auto may_text = [&] {
        const staffing_string permission = abi(STAFFING_PERMISSION_TEXT_MESSAGING);
        std::int32_t is_granted = -1;
        REQUIRE(session->has_permission(test.c(), &permission, &is_granted, nullptr) == STAFFING_STATUS_OK);
        return is_granted;
    };
    REQUIRE(may_text() == 1);
    test.host->session().log_in("pkowalski");
    REQUIRE(may_text() == 0);
    test.host->session().log_out();
    REQUIRE(may_text() == 0);
    std::int32_t is_logged_in = -1;
    const staffing_session_user_sink sink{&is_logged_in,
                                          [](void* context, const staffing_session_user* user) {
                                              *static_cast<std::int32_t*>(context) = user->is_logged_in;
                                          }};
    REQUIRE(session->get_user(test.c(), &sink, nullptr) == STAFFING_STATUS_OK);
    REQUIRE(is_logged_in == 0);
}

TEST_CASE("the folders that the plug-in is given are there, and the temporary one is emptied") {
    HostForTests test;
    const auto* const paths = test.extension<staffing_paths>(STAFFING_EXT_PATHS);
    for (const staffing_path_kind kind : {STAFFING_PATH_DATA, STAFFING_PATH_CACHE, STAFFING_PATH_TEMPORARY}) {
        StringCollector path;
        REQUIRE(paths->get(test.c(), kind, path.sink(), nullptr) == STAFFING_STATUS_OK);
        REQUIRE(std::filesystem::is_directory(path.text()));
        REQUIRE(std::filesystem::path(path.text()).is_absolute());
    }
    StringCollector path;
    REQUIRE(paths->get(test.c(), 99, path.sink(), nullptr) == STAFFING_STATUS_INVALID_ARGUMENT);
    HostOptions options;
    options.data_folder = test.folder.path();
    options.plugin_id = "com.example.fixture";
    const Host next(*test.database, options);
    REQUIRE(std::filesystem::exists(next.plugin_folder() / "data"));
    REQUIRE_FALSE(std::filesystem::exists(next.plugin_folder() / "temporary"));
}

TEST_CASE("a progress is shown until it ends, and tells when the person cancelled") {
    HostForTests test;
    const auto* const progress = test.extension<staffing_progress>(STAFFING_EXT_PROGRESS);
    const staffing_progress_start start{sizeof(staffing_progress_start), 1, 10, abi("Looking up")};
    std::uint64_t id = 0;
    REQUIRE(progress->begin(test.c(), &start, &id, nullptr) == STAFFING_STATUS_OK);
    const staffing_string words = abi("three of ten");
    std::int32_t is_cancelled = -1;
    REQUIRE(progress->update(test.c(), id, 3, &words, &is_cancelled, nullptr) == STAFFING_STATUS_OK);
    REQUIRE(is_cancelled == 0);
    test.host->progresses().cancel(id);
    REQUIRE(progress->update(test.c(), id, 4, &words, &is_cancelled, nullptr) == STAFFING_STATUS_OK);
    REQUIRE(is_cancelled == 1);
    REQUIRE(progress->end(test.c(), id, &words, nullptr) == STAFFING_STATUS_OK);
    REQUIRE(progress->end(test.c(), id, &words, nullptr) == STAFFING_STATUS_NOT_FOUND);
}

TEST_CASE("a line of the log stays one line, in memory and in the file") {
    HostForTests test;
    const auto* const log = test.extension<staffing_log>(STAFFING_EXT_LOG);
    const staffing_string line = abi("one\ntwo");
    log->write(test.c(), STAFFING_LOG_WARNING, &line);
    REQUIRE(to_text(test.host->log().lines().at(0)) ==
            "2026-03-02T15:00:00.000Z WARNING com.example.fixture: one two");
    REQUIRE(std::filesystem::file_size(test.folder.path() / "mock_host.log") > 0);
}

TEST_CASE("a message without a rep of the office as its author is nobody's") {
    HostForTests test;
    const auto* const log = test.extension<staffing_message_log>(STAFFING_EXT_MESSAGE_LOG);
    const MessageForTests words;
    staffing_message message = words.c();
    message.author_rep_id = 0;
    std::int64_t id = 0;
    REQUIRE(as_worker([&] { return log->add(test.c(), &message, &id, nullptr); }) == STAFFING_STATUS_OK);
    REQUIRE(test.database->messages().find(id)->author_user_id == 0);
    message.key = abi("another");
    message.author_rep_id = 99;
    REQUIRE(as_worker([&] { return log->add(test.c(), &message, &id, nullptr); }) == STAFFING_STATUS_REFUSED);
}
