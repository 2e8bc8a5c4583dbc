#include "abi/header_rules.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

/// All headers of the contract, by their path.
std::map<std::string, std::string> headers() {
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(HEADER_FOLDER)) {
        if (entry.path().extension() != ".h") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        found[entry.path().string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return found;
}

std::vector<std::string> problems_of(const std::string& header) {
    return abi::broken_rules(header,
                             {"void", "int32_t", "uint32_t", "int64_t", "uint64_t", "staffing_status"});
}

}  // namespace

TEST_CASE("every header of the contract keeps its rules") {
    const auto all = headers();
    REQUIRE(all.size() >= 26);
    std::string together;
    for (const auto& [path, text] : all)
        together += text;
    const auto types = abi::value_types(together);
    CHECK(types.contains("staffing_status"));
    for (const auto& [path, text] : all) {
        INFO(path);
        CHECK(abi::broken_rules(text, types) == std::vector<std::string>{});
    }
}

TEST_CASE("a table, a sink and a growing struct keep the rules") {
    CHECK(problems_of(R"(
        #include <stdint.h>
        #include "staffing/ext/menu.h"
        /* long ago: an enum */
        typedef struct sink {
            void *context; /* the caller's */

            /* [worker] Called for each. */
            void(STAFFING_CALL *write)(void *context, const char *data, uint64_t size);
        } sink;
        typedef struct data { uint32_t struct_size; int32_t flag; } data;
        typedef struct table {
            /* [main-thread] Does it. */
            staffing_status(STAFFING_CALL *perform)(const data *what, int64_t *result, staffing_status before);
        } table;)")
              .empty());
}

TEST_CASE("a header that breaks a rule is caught") {
    const auto [header, problem] = GENERATE(table<std::string, std::string>({
        {"#include <stdbool.h>", "<stdbool.h>"},
        {"#include \"other/entry.h\"", "other/entry.h"},
        {"struct s { uint32_t struct_size; bool yes; };", "uses bool"},
        {"enum colour { red };", "uses enum"},
        {"struct s { uint32_t struct_size; unsigned long size; };", "uses long"},
        {"struct s { uint32_t struct_size; uint32_t flag : 1; };", "bit-field"},
        {"struct s { uint32_t struct_size; int count; };", "uses int"},
        {"/* [worker] */ void(STAFFING_CALL *log)(const char *format, ...);", "uses ..."},
        {"void(STAFFING_CALL *run)(void *context);", "run has 0 thread tags"},
        {"/* Runs. */ void(STAFFING_CALL *run)(void *context);", "run has 0 thread tags"},
        {"/* [worker] [main-thread] */ void(STAFFING_CALL *run)(void *context);", "run has 2 thread tags"},
        {"/* [worker] */ void(STAFFING_CALL *one)(void);\n void(STAFFING_CALL *two)(void);",
         "two has 0 thread tags"},
        {"/* Takes it. */\ntypedef struct sink {\n void *context; /* [worker] */\n\n"
         " void(STAFFING_CALL *write)(void *context);\n} sink;",
         "write has 0 thread tags"},
        {"/* [wroker] */ void(STAFFING_CALL *run)(void *context);", "run has 0 thread tags"},
        {"/* [worker] */ void(STAFFING_CALL *say)(staffing_string text);",
         "say takes staffing_string text by value"},
        {"/* [worker] */ staffing_string(STAFFING_CALL *name)(void);", "name gives"},
        {"/* [worker] */ void (*run)(void *context);", "run lacks STAFFING_CALL"},
        {"struct s { int32_t kind; uint32_t struct_size; };", "s does not start with uint32_t struct_size"},
    }));
    CAPTURE(header);
    const auto problems = problems_of(header);
    REQUIRE_FALSE(problems.empty());
    std::string together;
    for (const auto& one : problems)
        together += one + "\n";
    CHECK_THAT(together, ContainsSubstring(problem));
}
