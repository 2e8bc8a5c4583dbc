#include "host/guarded_memory.hpp"
#include "host/text_calls.hpp"
#include "runner/outcome.hpp"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

using staffing::abi;

std::vector<TextCall> texts_of(const LivePlugin& plugin) {
    std::vector<TextCall> calls = every_text(plugin);
    if (calls.empty()) throw Skipped("No function of the plug-in takes a string.");
    return calls;
}

/// Passes the text with memory that cannot be read right after it.
Answer give(const LivePlugin& plugin, const TextCall& call, std::string_view text) {
    const GuardedMemory guarded(text);
    const staffing_string given{guarded.as<char>(), text.size()};
    return make(plugin, call, &given);
}

std::string invalid_utf8(const CheckRun& run) {
    const Loaded loaded(run);
    const std::pair<const char*, std::string> texts[] = {
        {"a byte 0xFF", "\xFF"},          {"an overlong form", "\xC0\xAF"},
        {"a surrogate", "\xED\xA0\x80"},  {"a truncated character", "abc\xE2\x82"},
        {"a lone continuation", "\x80x"}, {"a code point past U+10FFFF", "\xF5\x80\x80\x80"}};
    int refused = 0;
    for (const TextCall& call : texts_of(loaded.plugin)) {
        for (const auto& [what, text] : texts) {
            run.step(call.name + " with " + what);
            const Answer answer = give(loaded.plugin, call, text);
            // NOT_FOUND: the plug-in may first look up what the other arguments name.
            expect(
                answer.status == STAFFING_STATUS_INVALID_UTF8 || answer.status == STAFFING_STATUS_NOT_FOUND,
                call.name + " with " + what + " answered " + name_of(answer.status) + ".");
            ++refused;
        }
    }
    return std::to_string(refused) + " strings that are not UTF-8 were refused.";
}

std::string empty(const CheckRun& run) {
    const Loaded loaded(run);
    for (const TextCall& call : texts_of(loaded.plugin)) {
        for (const staffing_string text : {staffing_string{nullptr, 0}, staffing_string{"", 0}}) {
            run.step(call.name + " with an empty string");
            const Answer answer = make(loaded.plugin, call, &text);
            expect(answer.status != STAFFING_STATUS_INTERNAL_ERROR && answer.status != STAFFING_STATUS_OK,
                   call.name + " with an empty string answered " + name_of(answer.status) + ".");
        }
    }
    return "Empty strings were refused.";
}

std::string no_data(const CheckRun& run) {
    const Loaded loaded(run);
    for (const TextCall& call : texts_of(loaded.plugin)) {
        run.step(call.name + " with a size but no data");
        const staffing_string text{nullptr, 5};
        const Answer answer = make(loaded.plugin, call, &text);
        expect(answer.status == STAFFING_STATUS_INVALID_ARGUMENT,
               call.name + " with a size but no data answered " + name_of(answer.status) + ".");
    }
    return "Strings with a size but no data were refused.";
}

std::string oversized(const CheckRun& run) {
    constexpr std::size_t size = std::size_t{32} << 20U;
    const Loaded loaded(run);
    const std::string spaces = "{" + std::string(size, ' ') + "}";
    const std::string letters(size, 'x');
    for (const TextCall& call : texts_of(loaded.plugin)) {
        run.step(call.name + " with 32 MiB");
        const Answer answer = give(loaded.plugin, call, call.is_json ? spaces : letters);
        expect(answer.status != STAFFING_STATUS_INTERNAL_ERROR,
               call.name + " with 32 MiB answered " + name_of(answer.status) + ": " + answer.words);
    }
    return "Strings of 32 MiB were accepted or refused.";
}

std::string json_garbage(const CheckRun& run) {
    const Loaded loaded(run);
    const std::string deep = std::string(100'000, '[');
    const std::string deep_object = [] {
        std::string text;
        for (int level = 0; level < 20'000; ++level)
            text += R"({"a":)";
        return text;
    }();
    const std::pair<const char*, std::string> texts[] = {{"words", "this is no JSON"},
                                                         {"half an object", R"({"a": )"},
                                                         {"an array", "[1, 2]"},
                                                         {"a number", "17"},
                                                         {"null", "null"},
                                                         {"100,000 brackets", deep},
                                                         {"a NUL", std::string("{}\0x", 4)},
                                                         {"20,000 nested objects", deep_object}};
    int refused = 0;
    for (const TextCall& call : texts_of(loaded.plugin)) {
        if (!call.is_json) continue;
        for (const auto& [what, text] : texts) {
            run.step(call.name + " with " + what);
            const Answer answer = give(loaded.plugin, call, text);
            expect(answer.status != STAFFING_STATUS_INTERNAL_ERROR && answer.status != STAFFING_STATUS_OK,
                   call.name + " with " + what + " answered " + name_of(answer.status) + ".");
            ++refused;
        }
    }
    if (refused == 0) throw Skipped("No function of the plug-in takes JSON.");
    return std::to_string(refused) + " texts that are not a JSON object were refused.";
}

std::string odd_values(const CheckRun& run) {
    const Loaded loaded(run);
    const std::string many = [] {
        std::string text = "{";
        for (int field = 0; field < 10'000; ++field)
            text += (field == 0 ? "\"" : ", \"") + std::to_string(field) + R"(": "x")";
        return text + "}";
    }();
    const std::string texts[] = {R"({"no_such_field": "x"})",
                                 R"({"a": 1e400})",
                                 R"({"a": 99999999999999999999999})",
                                 R"({"": ""})",
                                 R"({"a": "\u0000", "a": "twice"})",
                                 R"({"a": {"b": [null, true]}})",
                                 many};
    for (const TextCall& call : texts_of(loaded.plugin)) {
        if (!call.is_json) continue;
        for (const std::string& text : texts) {
            run.step(call.name + " with " + text.substr(0, 60));
            const Answer answer = give(loaded.plugin, call, text);
            expect(answer.status != STAFFING_STATUS_INTERNAL_ERROR,
                   call.name + " with " + text.substr(0, 60) + " answered " + name_of(answer.status) + ": " +
                       answer.words);
        }
    }
    return "Odd JSON objects were accepted or refused.";
}

constexpr Check checks[] = {
    {"string-invalid-utf8", "A string that is not UTF-8 is answered with INVALID_UTF8.", &invalid_utf8},
    {"string-empty", "An empty string is refused where it has no meaning, and causes no INTERNAL_ERROR.",
     &empty},
    {"string-without-data", "A string with a size but no data is answered with INVALID_ARGUMENT.", &no_data},
    {"string-oversized", "A string of 32 MiB breaks nothing.", &oversized},
    {"json-garbage", "Input that is not a JSON object is refused, and breaks nothing.", &json_garbage},
    {"json-odd-values", "A JSON object with unexpected fields and values breaks nothing.", &odd_values},
};

}  // namespace

std::span<const Check> text_checks() {
    return checks;
}

}  // namespace validator
