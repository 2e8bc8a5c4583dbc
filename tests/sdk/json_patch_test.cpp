#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

extern "C" {
#include "json.h"
#include "json_patch.h"
}

namespace {

using Json = nlohmann::json;

struct Free {
    void operator()(json* value) const { json_free(value); }
};
using Tree = std::unique_ptr<json, Free>;

Tree parsed(const std::string& text) {
    return Tree(json_parse(text.data(), text.size()));
}

std::string written(const json* tree) {
    char* data = nullptr;
    std::size_t size = 0;
    std::FILE* const file = ::open_memstream(&data, &size);
    json_write(tree, file);
    std::fclose(file);
    std::string text(data, size);
    std::free(data);
    return text;
}

}  // namespace

TEST_CASE("the example's patches do what RFC 6902 says") {
    std::ifstream file(CASES);
    for (const Json& one : Json::parse(file)) {
        INFO(one["what"]);
        const Tree document = parsed(one["document"].dump());
        const Tree patch = parsed(one["patch"].dump());
        REQUIRE(document != nullptr);
        REQUIRE(patch != nullptr);
        const std::string before = written(document.get());
        const char* why = nullptr;
        const Tree changed(json_patch(document.get(), patch.get(), &why));
        CHECK(written(document.get()) == before);
        REQUIRE((changed != nullptr) == one.contains("expected"));
        CHECK((why == nullptr) == one.contains("expected"));
        if (changed != nullptr) CHECK(Json::parse(written(changed.get())) == one["expected"]);
    }
}

TEST_CASE("the example reads JSON, and nothing else") {
    for (const char* text :
         {"null", " [ ] ", "{}", "-0", "0.5E+3", "\"\\u0041\"", "[1,[2,{\"a\":[]}]]", "{\"a\":1,\"a\":2}"}) {
        INFO(text);
        const Tree tree = parsed(text);
        REQUIRE(tree != nullptr);
        CHECK(Json::parse(written(tree.get())) == Json::parse(text));
    }
    for (const char* text : {"",
                             " ",
                             "nul",
                             "nulll",
                             "[1,]",
                             "[1 2]",
                             "[",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{a:1}",
                             "{\"a\":1",
                             "01",
                             "1.",
                             ".5",
                             "+1",
                             "1e",
                             "-",
                             "\"",
                             "\"\\x\"",
                             "\"\\",
                             "\"\\u12\"",
                             "\"\\uD800\"",
                             "\"\\uDC00\"",
                             "\"\n\"",
                             "'a'",
                             "{\"a\":1,}",
                             "[]]",
                             "\"a\" 1",
                             "\"\\uD800\\u0041\""}) {
        INFO(text);
        CHECK(parsed(text) == nullptr);
    }
    CHECK(parsed(std::string(100, '[') + std::string(100, ']')) != nullptr);
    CHECK(parsed(std::string(100'000, '[') + std::string(100'000, ']')) == nullptr);
}
