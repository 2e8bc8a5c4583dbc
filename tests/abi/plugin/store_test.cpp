#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>
#include <memory>

#include "abi/plugin/every_call.hpp"
#include "abi/plugin/menu_item.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "mock_host/staffing/connection.hpp"
#include "staffing/ext/paths.h"
#include "unit/support/temp_folder.hpp"

using namespace abi;
using Catch::Matchers::ContainsSubstring;
using send_text::testing::bytes_of;

namespace {

namespace fs = std::filesystem;

fs::path store_file(const HostForTests& test) {
    return test.host->plugin_folder() / "data" / "send_text.sqlite";
}

/// Activates in vain: refused with words that hold `what`, nothing works, and destroying is clean.
void require_refused(SendText& text, const std::string& what) {
    const Answer answer = text.activate();
    CHECK(answer.status == STAFFING_STATUS_UNAVAILABLE);
    CHECK_THAT(answer.words, ContainsSubstring(what));
    for (const Call& call : every_call(text)) {
        INFO(call.name);
        CHECK(make(call, text, text.c()).status == STAFFING_STATUS_WRONG_STATE);
    }
}

/// It is active, and says everywhere that somebody else has the store.
void require_waiting(const SendText& text, const HostForTests& test) {
    const Item item = item_of(text);
    CHECK_FALSE(item.is_enabled);
    CHECK_THAT(item.reason,
               ContainsSubstring(store_file(test).string() + " is in use by another Send Text") &&
                   ContainsSubstring("tries again every five seconds"));
    for (const Call& call : every_call(text)) {
        INFO(call.name);
        const Answer answer = make(call, text, text.c());
        CHECK(answer.status != STAFFING_STATUS_WRONG_STATE);
        CHECK(answer.status != STAFFING_STATUS_INTERNAL_ERROR);
        CHECK(
            (answer.status != STAFFING_STATUS_UNAVAILABLE || !call.has_words || answer.words == item.reason));
    }
}

/// Its store can be used.
void require_working(const SendText& text) {
    for (const Call& call : every_call(text)) {
        INFO(call.name);
        const Answer answer = make(call, text, text.c());
        CHECK(answer.status != STAFFING_STATUS_WRONG_STATE);
        CHECK_THAT(answer.words, !ContainsSubstring("in use by"));
    }
    CHECK_THAT(item_of(text).reason, !ContainsSubstring("in use by"));
}

/// The folder that the host gives for files; {nullptr, 0} gives none.
std::string given_folder;

staffing_status STAFFING_CALL give_folder(const staffing_host*, staffing_path_kind,
                                          const staffing_string_sink* path,
                                          const staffing_error_sink*) noexcept {
    path->write(path->context, given_folder.data(), given_folder.size());
    return STAFFING_STATUS_OK;
}

staffing_status STAFFING_CALL give_nothing(const staffing_host*, staffing_path_kind,
                                           const staffing_string_sink*, const staffing_error_sink*) noexcept {
    return STAFFING_STATUS_OK;
}

staffing_status STAFFING_CALL give_failure(const staffing_host*, staffing_path_kind,
                                           const staffing_string_sink*,
                                           const staffing_error_sink* error) noexcept {
    error->write(error->context, "The disk is gone.", 17);
    return STAFFING_STATUS_UNAVAILABLE;
}

}  // namespace

TEST_CASE("a damaged store is refused by its name and left as it is; with another one activate works") {
    HostForTests test;
    fs::create_directories(store_file(test).parent_path());
    const std::string garbage(5000, 'x');
    std::ofstream(store_file(test)) << garbage;
    SendText text(test);
    require_refused(text, store_file(test).string());
    CHECK(bytes_of(store_file(test)) == garbage);

    fs::remove(store_file(test));
    CHECK(text.activate().status == STAFFING_STATUS_OK);
}

TEST_CASE("a store that a newer Send Text has made is refused by its name and both versions") {
    HostForTests test;
    {
        SendText text(test);
        REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    }
    {
        mock_host::Connection newer(store_file(test).string());
        newer.write([](mock_host::Session& session) {
            session << "INSERT INTO schema_version (version) VALUES (99)", mock_host::sql::now;
        });
    }
    SendText text(test);
    require_refused(text, "99");
    CHECK_THAT(text.activate().words, ContainsSubstring(store_file(test).string()));
}

TEST_CASE("a folder that is missing, not given or refused is said in words") {
    HostForTests test;
    staffing_paths paths{&give_folder};
    SendText text(test, {{STAFFING_EXT_PATHS, &paths}});
    given_folder = (test.folder.path() / "no_such_folder").string();
    require_refused(text, given_folder);
    CHECK_FALSE(fs::exists(given_folder));

    paths.get = &give_failure;
    require_refused(text, "The disk is gone.");

    paths.get = &give_folder;
    given_folder = test.folder.path().string();
    CHECK(text.activate().status == STAFFING_STATUS_OK);
}

TEST_CASE("a folder without a name, or one that is not UTF-8, is not believed") {
    HostForTests test;
    staffing_paths paths{&give_nothing};
    SendText text(test, {{STAFFING_EXT_PATHS, &paths}});
    require_refused(text, "full path of a folder");
    paths.get = &give_folder;
    given_folder = "/no\xFF";
    require_refused(text, "full path of a folder");
    given_folder = "relative";
    require_refused(text, "full path of a folder");
}

TEST_CASE("a store that somebody else has open is waited for, with the reason, and then Send Text works") {
    HostForTests test;
    {
        SendText text(test);
        REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    }
    auto other = std::make_unique<mock_host::Connection>(store_file(test).string());
    other->read([](mock_host::Session& session) { session << "BEGIN IMMEDIATE", mock_host::sql::now; });

    SendText text(test);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    require_waiting(text, test);
    mock_host::wait_until_settled(*test.host, std::chrono::seconds(60));
    test.host->virtual_clock()->advance(5'000);
    mock_host::wait_until_settled(*test.host, std::chrono::seconds(60));
    require_waiting(text, test);

    other.reset();
    test.host->virtual_clock()->advance(5'000);
    mock_host::wait_until_settled(*test.host, std::chrono::seconds(60));
    require_working(text);
}

TEST_CASE("a store that is gone is waited for, and never replaced by an empty one") {
    HostForTests test;
    const fs::path away = test.folder.path() / "away.sqlite";
    {
        SendText text(test);
        REQUIRE(text.activate().status == STAFFING_STATUS_OK);
        text.deactivate();
        fs::rename(store_file(test), away);
        REQUIRE(text.activate().status == STAFFING_STATUS_OK);
        CHECK_FALSE(item_of(text).is_enabled);
        CHECK_THAT(item_of(text).reason, ContainsSubstring(store_file(test).string() + " is not there"));
        mock_host::wait_until_settled(*test.host, std::chrono::seconds(60));
        CHECK_FALSE(fs::exists(store_file(test)));

        fs::rename(away, store_file(test));
        test.host->virtual_clock()->advance(5'000);
        mock_host::wait_until_settled(*test.host, std::chrono::seconds(60));
        require_working(text);
        CHECK_THAT(item_of(text).reason, !ContainsSubstring("is not there"));
    }
    fs::remove(store_file(test));
    std::ofstream(store_file(test)) << "x";
    SendText text(test);
    require_refused(text, store_file(test).string() + " is empty");
    CHECK(bytes_of(store_file(test)) == "x");
}

TEST_CASE("a plug-in that waits for its store can be ended, and activated again") {
    HostForTests test;
    SendText first(test);
    REQUIRE(first.activate().status == STAFFING_STATUS_OK);
    SendText second(test);
    REQUIRE(second.activate().status == STAFFING_STATUS_OK);
    second.deactivate();
    for (const Call& call : every_call(second)) {
        INFO(call.name);
        CHECK(make(call, second, second.c()).status == STAFFING_STATUS_WRONG_STATE);
    }
    first.deactivate();
    REQUIRE(second.activate().status == STAFFING_STATUS_OK);
    require_working(second);
}

TEST_CASE("a second plug-in on the same folder does nothing but say so, until the first is gone") {
    HostForTests test;
    SendText first(test);
    SendText second(test);
    REQUIRE(first.activate().status == STAFFING_STATUS_OK);
    REQUIRE(second.activate().status == STAFFING_STATUS_OK);
    require_waiting(second, test);
    require_working(first);
    mock_host::wait_until_settled(*test.host, std::chrono::seconds(60));  // it is not about to try
    first.deactivate();
    test.host->virtual_clock()->advance(5'000);
    mock_host::wait_until_settled(*test.host, std::chrono::seconds(60));
    require_working(second);
}
