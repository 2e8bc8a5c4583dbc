#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/audit_entries.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using nlohmann::json;

namespace {

template <class Read>
void expect_refused(Read read, const char* file, const char* words) {
    INFO(file);
    REQUIRE_THROWS_MATCHES(read(file), std::runtime_error, MessageMatches(ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("a CSV file is read as RFC 4180 has it") {
    REQUIRE(read_csv("id,detail\r\n").empty());
    REQUIRE(read_csv("id,detail\r\n1,\r\n2,\"a, \"\"b\"\"\r\nc\"\r\n") ==
            std::vector<json>{{{"id", "1"}, {"detail", ""}}, {{"id", "2"}, {"detail", "a, \"b\"\r\nc"}}});
    expect_refused(read_csv, "", "line 1 does not end with CR LF");
    expect_refused(read_csv, "id,detail\n1,a\n", "line 1 does not end with CR LF");
    expect_refused(read_csv, "id,detail\r\n1\r\n", "line 2 has 1 fields, and 2 columns are named");
    expect_refused(read_csv, "id,detail\r\n1,\"open", "line 2 ends inside of a quoted field");
    expect_refused(read_csv, "id,detail\r\n1,a\"b\r\n", "line 2 does not end with CR LF");
}

TEST_CASE("JSON Lines are an object a line") {
    REQUIRE(read_json_lines("").empty());
    REQUIRE(read_json_lines("{\"id\":1}\n{\"id\":2}\n") == std::vector<json>{{{"id", 1}}, {{"id", 2}}});
    expect_refused(read_json_lines, "{\"id\":1}\n{\"id\":2}", "line 2 is not an object");
    expect_refused(read_json_lines, "{\"id\":1}\n[]\n", "line 2 is not an object");
    expect_refused(read_json_lines, "{\"id\":1}\n\n", "line 2 is not an object");
}
