// parse_json: what a carrier's JSON still says when one text or one entry in it is broken.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include "gateway/json_repair.hpp"
#include "gateway/json_values.hpp"

using namespace send_text;
using nlohmann::json;

namespace {

const std::string fffd = "\xEF\xBF\xBD";

/// What becomes of a string's inside.
std::string read(const std::string& inside) {
    const json parsed = parse_json(R"({"list":[{"body":")" + inside + R"(","id":7}],"end":true})");
    CAPTURE(inside);
    REQUIRE(parsed.is_object());
    CHECK(parsed["end"] == true);
    CHECK(parsed["list"][0]["id"] == 7);
    return parsed["list"][0]["body"];
}

/// The ids of a list's entries, a dash for each that is lost.
std::string ids(const std::string& entries) {
    const json parsed =
        parse_json(R"({"before":[],"list":[)" + entries + R"(],"end":{"more":[{"a":"]}"}]}})");
    CAPTURE(entries);
    REQUIRE(parsed.is_object());
    CHECK(parsed["end"]["more"][0]["a"] == "]}");
    std::string ids;
    for (const json& entry : parsed["list"])
        ids += entry.is_null() ? "-" : entry.is_object() && entry.contains("id") ? entry["id"].dump() : "?";
    return ids;
}

}  // namespace

TEST_CASE("sound JSON is taken as it is") {
    CHECK(read(R"(a\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t é😀)") == "aé😀\"\\/\b\f\n\r\t é😀");
    CHECK(read(R"(\u0000)") == std::string(1, '\0'));
    CHECK(parse_json("{\"a\":1,\"a\":2}")["a"] == 2);
    CHECK(parse_json("\xEF\xBB\xBF[1]") == json{1});
}

TEST_CASE("half a surrogate pair becomes U+FFFD, and what stands beside it stays") {
    CHECK(read(R"(Yes \ud83d)") == "Yes " + fffd);
    CHECK(read(R"(\uDE00 no)") == fffd + " no");
    CHECK(read(R"(\ud83d\ud83d)") == fffd + fffd);
    CHECK(read(R"(\ud83d\ud83d\ude00)") == fffd + "😀");
    CHECK(read(R"(\ude00\ud83d)") == fffd + fffd);
    CHECK(read(R"(\ud83dA)") == fffd + "A");
    CHECK(read(R"(\ud83d\u0041)") == fffd + "A");
    CHECK(read(R"(\ud83d\n)") == fffd + "\n");
    CHECK(read(R"(\ud83d\")") == fffd + "\"");
    CHECK(read(R"(\ud83dSTOP)") == fffd + "STOP");
    CHECK(read("\xED\xA0\xBDx") == fffd + fffd + fffd + "x");
}

TEST_CASE("control characters as they are: lines stay lines, the rest becomes U+FFFD") {
    CHECK(read("a\nb\r\nc\td") == "a\nb\r\nc\td");
    CHECK(read(std::string("a\0b", 3)) == "a" + fffd + "b");
    CHECK(read("\x01\x1F\x7F") == fffd + fffd + "\x7F");
}

TEST_CASE("escapes that there are not") {
    CHECK(read(R"(\x41)") == fffd + "x41");
    CHECK(read(R"(I\'ll be there\!)") == "I'll be there!");
    CHECK(read(R"(\STOP)") == fffd + "STOP");
    CHECK(read(R"(\0)") == fffd + "0");
    CHECK(read("\\\xC3\xA9") == fffd + "é");
    CHECK(read("\\\n") == fffd + "\n");
    CHECK(read(R"(\u12G4)") == fffd + "G4");
    CHECK(read(R"(\u)") == fffd);
    CHECK(read(R"(\u1)") == fffd);
    CHECK(read(R"(\u12\u0041)") == fffd + "A");
    CHECK(read(R"(\u-123)") == fffd + "-123");
    CHECK(read(R"(\U0001F600)") == fffd + "U0001F600");
    CHECK(read("\xFF\xC3(\\x") == fffd + fffd + "(" + fffd + "x");
}

TEST_CASE("a value that JSON does not have becomes a string") {
    const std::string value = GENERATE(as<std::string>(), "1e999", "-1e999", "NaN", "-Infinity", "undefined",
                                       "None", "True", "01", "+1", ".5", "1.", "0x10", "1_000");
    CAPTURE(value);
    const json parsed = parse_json(R"({"a":)" + value + R"(,"list":[{"id":1,"b":)" + value + "}]}");
    REQUIRE(parsed.is_object());
    CHECK(parsed["a"] == value);
    CHECK(parsed["list"][0]["b"] == value);
    CHECK(parsed["list"][0]["id"] == 1);
}

TEST_CASE("a field that is broken costs itself only") {
    const auto [broken, body] = GENERATE(table<std::string, std::string>({
        {R"({"id":9,"body":"He said "hi" to me","x":1})", "He said " + fffd},
        {R"({"id":9,"body":"He said "hi" to me"})", "He said " + fffd},
        {R"({"body":""hi"","x":{"a":[1]},"id":9})", fffd},
        {R"({"id":9,"body":"cut\","x":1})", "cut\"" + fffd},
        {R"({"body":"cut\","id":9})", "cut\"" + fffd},
        {R"({"id":9,"body":"no end})", "no end" + fffd},
        {R"({"id":9,"body":"a" "b"})", "a" + fffd},
        {R"({"id":9,"body":[1,2})", fffd},
        {R"({"id":9,"body":})", fffd},
        {R"({"id":9,"body":)" + std::string(100, '[') + R"(,"x":1})", fffd},
        {R"({"id":9,"body":)" + std::string(100, '[') + std::string(100, ']') + R"(,"x":1})", fffd},
        {R"({"id":9,,"body":"x"})", "x"},
        {R"({"id":9,"body":"x",})", "x"},
        {R"({"body":"x",a:1,"id":9})", "x"},
        {R"({"id":9,"body":"],\"next\":[ },{ ],} \x "and"})", "],\"next\":[ },{ ],} " + fffd + "x " + fffd},
    }));
    CAPTURE(broken);
    const std::string good = R"({"id":1,"body":"a ], } { [ \" b","tokens":{"c":[1]}})";
    for (const std::string& list : {broken, good + "," + broken, broken + "," + good, broken + "," + broken,
                                    good + "," + broken + "," + good + "," + broken}) {
        const json parsed = parse_json(R"({"list":[)" + list + R"(],"end":[{}]})");
        REQUIRE(parsed.is_object());
        CHECK(parsed["end"].size() == 1);
        for (const json& entry : parsed["list"]) {
            CHECK((entry["id"] == 1 || entry["id"] == 9));
            if (entry["id"] == 9) CHECK(entry["body"] == body);
        }
    }
}

TEST_CASE("an entry that makes no sense costs itself only") {
    const std::string broken =
        GENERATE(as<std::string>(), R"({9:1)", "<b>9</b>", R"({"id":9}})", R"({"id":9,"body":"a","b":)");
    CAPTURE(broken);
    const std::string good = R"({"id":1,"body":"a ], } { [ \" b","tokens":[{"c":[1]},{}]})";
    CHECK(ids(good + "," + broken) == "1-");
    CHECK(ids(broken) == "-");
    CHECK(ids(good + "," + broken + "," + good + "," + good) == "1-11");
    CHECK(ids(broken + "," + good + "," + broken + "," + good) == "-1-1");
}

TEST_CASE("an entry in which several of many fields are broken costs itself only") {
    std::string fields;
    for (int i = 0; i < 60; ++i)
        fields += R"(,"field )" + std::to_string(i) + R"(":"of some length, as they are")";
    const std::string broken = R"({"id":9,"from":)" + fields + R"(,"to":)" + fields + "}";
    CHECK(ids(broken) == "9");
    CHECK(ids(R"({"id":1},)" + broken + R"(,{"id":2})") == "192");
    std::string all;
    for (int i = 0; i < 100; ++i)
        all += broken + ",";
    CHECK(ids(all + R"({"id":1})") == std::string(100, '9') + "1");
}

TEST_CASE("a text without its end takes no other message along") {
    CHECK(ids(R"({"id":9,"body":"no end},{"id":1,"body":"x"})") == "91");
    CHECK(ids(R"({"id":9,"body":"no end},{"id":8,"body":"no "end" either},{"id":1})") == "981");
    CHECK(ids(R"({"id":1},{"id":9,"body":"no end})") == "19");
    const json parsed = parse_json(R"({"list":[{"id":9,"body":"no end},{"id":1,"body":"secret"}]})");
    CHECK(parsed["list"][0]["body"].get<std::string>().find("secret") == std::string::npos);
}

TEST_CASE("a text that looks like the end of the list ends its entry only") {
    const std::string end = GENERATE(as<std::string>(), R"("}]})", R"("}])", R"("}]}]})");
    CAPTURE(end);
    CHECK(ids(R"({"id":9,"body":"x)" + end + R"( y"},{"id":1})") == "-1");
    CHECK(ids(R"({"id":1},{"id":9,"body":")" + end + R"("},{"id":2},{"id":3,"body":"a "b" c"})") == "1-23");
}

TEST_CASE("the fields of one message are never taken for another's") {
    const std::string broken =
        GENERATE(as<std::string>(), R"({"id":9,"body":"STOP},{"id":8,"body":"x "y" z","from":"Ann"})",
                 R"({"id":9,"body":{"b":1},{"id":8,"body":"x","from":"Ann"})",
                 R"({"id":9,"body":"STOP",{"id":8,"from":"Ann"})", R"({"id":9,{"id":8,"from":"Ann"})",
                 R"({"id":9,"body":[1,{"id":8,"from":"Ann"})");
    CAPTURE(broken);
    const json parsed = parse_json(R"({"list":[)" + broken + R"(,{"id":7,"from":"Bob"}]})");
    REQUIRE(parsed.is_object());
    for (const json& entry : parsed["list"]) {
        if (entry.is_object() && entry.value("id", json()) == 9) CHECK_FALSE(entry.contains("from"));
    }
    CHECK(parsed["list"].back()["from"] == "Bob");
}

TEST_CASE("an entry of the wrong kind stays what it is") {
    CHECK(ids(R"(null,{"id":1},7,"text",[],[[{"id":2}]],{},{"id":3})") == "-1?????3");
}

TEST_CASE("what is nested too deep is not followed, and costs its entry only") {
    for (const std::size_t depth : {std::size_t{65}, std::size_t{1'000}, std::size_t{300'000}}) {
        CHECK(parse_json(std::string(depth, '[') + std::string(depth, ']')) == json::array({nullptr}));
        const std::string deep = R"({"id":9,"a":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
        CHECK(ids(R"({"id":1},)" + deep + R"(,{"id":2})") == "192");
        CHECK(ids(R"({"id":1},)" + std::string(depth, '{') + R"(,{"id":2})") == "1-2");
    }
    CHECK(parse_json(std::string(64, '[') + std::string(64, ']')).is_array());
}

TEST_CASE("what is no JSON stays none") {
    const std::string text = GENERATE(as<std::string>(), "", " ", "<html>", "{", "[", R"({"a")", R"({"a":1)",
                                      R"({"a":1]})", "[1] 2", "{}{}", R"({"list":[{"id":1})",
                                      R"({"list":[{"id":1},{"id")", R"({"list":[{"id":1}],"end":)", "\xFF");
    CAPTURE(text);
    CHECK(parse_json(text).is_discarded());
}

TEST_CASE("whatever was broken, what is read can be written again") {
    std::string text = R"({"list":[{"id":1,"body":"a\ud83d b"},{"id":2,"body":"x"}],"total":2})";
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char c : {'"', '\\', '{', '}', '[', ']', ',', ':', '\0', '\n', '\xFF', 'u'}) {
            std::string broken = text;
            broken[at] = c;
            const json parsed = parse_json(broken);
            if (!parsed.is_discarded()) CHECK_NOTHROW(parsed.dump());
        }
    }
}

TEST_CASE("the time that it takes to find the end of a broken entry is bounded") {
    std::string rest;
    for (int i = 0; i < 100'000; ++i)
        rest += R"(],"k":[1])";
    CHECK(parse_json(R"({"list":[broken here )" + rest).is_discarded());
}

TEST_CASE("an id that had to be mended is none") {
    const json parsed = parse_json(R"({"list":[{"a":"SM\ud83d","b":"S"M","c":"SM1"}]})");
    const json* const entry = &parsed["list"][0];
    CHECK(id_of(member(entry, "a")).empty());
    CHECK(id_of(member(entry, "b")).empty());
    CHECK(id_of(member(entry, "c")) == "SM1");
}

TEST_CASE("what a person wrote may have become a number, and has no NUL") {
    const json parsed = parse_json(R"({"a":"\u0000x\u0000","b":7,"c":null,"d":["x"]})");
    CHECK(written_text(member(&parsed, "a")) == fffd + "x" + fffd);
    CHECK(written_text(member(&parsed, "b")) == "7");
    CHECK(written_text(member(&parsed, "c")).empty());
    CHECK(written_text(member(&parsed, "d")) == fffd);
    CHECK(written_text(member(&parsed, "e")).empty());
}
