#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>

#include "abi/plugin/every_call.hpp"
#include "mock_host/staffing/connection.hpp"
#include "staffing/ext/paths.h"

using namespace abi;
using Catch::Matchers::ContainsSubstring;

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

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
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

TEST_CASE("a second plug-in on the same folder is refused, until the first is gone") {
    HostForTests test;
    SendText first(test);
    SendText second(test);
    REQUIRE(first.activate().status == STAFFING_STATUS_OK);
    require_refused(second, store_file(test).string());
    for (const Call& call : every_call(first)) {
        INFO(call.name);
        CHECK(make(call, first, first.c()).status != STAFFING_STATUS_WRONG_STATE);
    }
    first.deactivate();
    CHECK(second.activate().status == STAFFING_STATUS_OK);
}
