#include <array>

#include "host/guarded_memory.hpp"
#include "host/menu_use.hpp"
#include "host/null_calls.hpp"
#include "host/resolution.hpp"
#include "runner/outcome.hpp"
#include "staffing/ext/message_logger.h"
#include "staffing_cpp/first_version.hpp"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

std::string null_arguments(const CheckRun& run) {
    const Loaded loaded(run);
    const std::vector<Call> calls = calls_with_null(loaded.plugin);
    if (calls.empty()) throw Skipped("The plug-in has no extensions.");
    for (const Call& call : calls) {
        run.step(call.name);
        const Answer answer = make(loaded.plugin, call);
        expect(answer.status == STAFFING_STATUS_INVALID_ARGUMENT,
               call.name + " answered " + name_of(answer.status) + ".");
    }
    return std::to_string(calls.size()) + " calls with NULL were answered with INVALID_ARGUMENT.";
}

std::string no_error_sink(const CheckRun& run) {
    const Loaded loaded(run);
    const auto call_without = [&](const std::vector<Call>& calls) {
        for (const Call& call : calls) {
            run.step(call.name + " without an error sink");
            const auto made = [&] { call.make(loaded.plugin.c(), nullptr); };
            if (call.where == CalledOn::worker) {
                loaded.plugin.work(made);
            } else {
                made();
            }
        }
    };
    call_without(every_call(loaded.plugin));
    std::vector<Call> refused = calls_with_null(loaded.plugin);
    std::erase_if(refused, [](const Call& call) { return call.name.ends_with(" without a plug-in"); });
    call_without(refused);
    return std::to_string(refused.size()) + " calls were refused without an error sink.";
}

/// What a call wrote to its error sink.
struct Words {
    int writes = 0;
    std::string text;

    static void STAFFING_CALL take(void* context, const char* data, std::uint64_t size) noexcept {
        auto& self = *static_cast<Words*>(context);
        ++self.writes;
        if (data != nullptr) self.text.assign(data, size);
    }
};

std::string error_words(const CheckRun& run) {
    const Loaded loaded(run);
    std::vector<Call> calls = every_call(loaded.plugin);
    const std::vector<Call> refused = calls_with_null(loaded.plugin);
    calls.insert(calls.end(), refused.begin(), refused.end());
    int seen = 0;
    for (const Call& call : calls) {
        if (call.name.starts_with("recipient_resolver.cancel")) continue;  // it has no error sink
        if (call.name.ends_with(" without a plug-in")) continue;           // nobody could write anything
        run.step(call.name);
        Words words;
        const staffing_error_sink sink{&words, &Words::take};
        staffing_status status = STAFFING_STATUS_UNSPECIFIED;
        const auto made = [&] { status = call.make(loaded.plugin.c(), &sink); };
        call.where == CalledOn::worker ? loaded.plugin.work(made) : made();
        expect(words.writes <= 1,
               call.name + " wrote to its error sink " + std::to_string(words.writes) + " times.");
        expect(status != STAFFING_STATUS_OK || words.writes == 0,
               call.name + " answered OK but wrote an error text.");
        expect(status == STAFFING_STATUS_OK || !words.text.empty(),
               call.name + " answered " + name_of(status) + " without an error text.");
        expect(staffing::is_valid_utf8(words.text), "The error text of " + call.name + " is not UTF-8.");
        seen += status == STAFFING_STATUS_OK ? 0 : 1;
    }
    return std::to_string(seen) + " refusals had an error text.";
}

/// Calls with a struct whose struct_size is `size`, followed by memory that cannot be read. The struct is
/// aligned, so a few readable bytes may follow `size`.
template <class Struct>
Answer with_size(Struct known, std::uint32_t size, const std::function<Answer(const Struct*)>& call) {
    std::array<unsigned char, sizeof(Struct) + 64> bytes{};
    bytes.fill(0xFF);
    known.struct_size = size;
    std::memcpy(bytes.data(), &known, sizeof known);
    const std::size_t readable = std::max<std::size_t>(size, sizeof(std::uint32_t));
    const GuardedMemory guarded(bytes.data(),
                                (readable + alignof(Struct) - 1) / alignof(Struct) * alignof(Struct));
    return call(guarded.as<Struct>());
}

template <class Struct>
void expect_sizes(const CheckRun& run, const char* what, const Struct& known,
                  const std::function<Answer(const Struct*)>& call) {
    constexpr std::uint32_t first = staffing::first_version_size<Struct>;
    for (const std::uint32_t size : {0U, 4U, first - 1}) {
        run.step(std::string(what) + " of struct_size " + std::to_string(size));
        const Answer answer = with_size(known, size, call);
        expect(answer.status == STAFFING_STATUS_STRUCT_TOO_SMALL,
               std::string(what) + " of struct_size " + std::to_string(size) + " was answered with " +
                   name_of(answer.status) + ".");
    }
    for (const std::uint32_t size : {first, static_cast<std::uint32_t>(sizeof(Struct)) + 64}) {
        run.step(std::string(what) + " of struct_size " + std::to_string(size));
        const Answer answer = with_size(known, size, call);
        expect(answer.status == STAFFING_STATUS_OK, std::string(what) + " of struct_size " +
                                                        std::to_string(size) + " was answered with " +
                                                        name_of(answer.status) + ": " + answer.words);
    }
}

std::string struct_sizes(const CheckRun& run) {
    Loaded loaded(run);
    const LivePlugin& plugin = loaded.plugin;
    std::string seen;
    if (const auto* menu = plugin.table<staffing_menu>(STAFFING_EXT_MENU)) {
        const Target target(STAFFING_MENU_PLACE_EMPLOYEE_RECORD, 1);
        const staffing_menu_item_sink sink{nullptr, [](void*, const staffing_menu_item*) noexcept {}};
        expect_sizes<staffing_menu_target>(
            run, "A menu's target", target.c,
            [&](const staffing_menu_target* given) { return plugin.call(menu->populate, given, &sink); });
        seen += " Menu targets.";
    }
    if (const auto* resolver = plugin.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER)) {
        static const staffing_record_ref employee{STAFFING_RECORD_KIND_EMPLOYEE, 0, 1};
        static const staffing_resolution_listener listener{
            sizeof listener, 0, nullptr,
            [](void*, const staffing_recipient* const*, std::uint64_t) noexcept {},
            [](void*, staffing_status, const staffing_string*) noexcept {}};
        const staffing_resolution_request request{sizeof request, 0, &employee, 1};
        std::uint64_t job_id = 0;
        expect_sizes<staffing_resolution_request>(
            run, "A resolution's request", request, [&](const staffing_resolution_request* given) {
                return plugin.call(resolver->start, given, &listener, &job_id);
            });
        expect_sizes<staffing_resolution_listener>(
            run, "A resolution's listener", listener, [&](const staffing_resolution_listener* given) {
                return plugin.call(resolver->start, &request, given, &job_id);
            });
        seen += " Resolution requests and listeners.";
    }
    if (seen.empty()) throw Skipped("No function of the plug-in takes a struct that can grow.");
    return "Structs that are too small were refused, larger ones accepted:" + seen;
}

std::string array_ends(const CheckRun& run) {
    constexpr std::uint64_t count = 3;
    const staffing_record_ref employees[count] = {{STAFFING_RECORD_KIND_EMPLOYEE, 0, 1},
                                                  {STAFFING_RECORD_KIND_EMPLOYEE, 0, 2},
                                                  {STAFFING_RECORD_KIND_EMPLOYEE, 0, 3}};
    const GuardedMemory guarded(employees, sizeof employees);
    const Loaded loaded(run);
    bool is_seen = false;
    if (loaded.plugin.table<staffing_menu>(STAFFING_EXT_MENU) != nullptr) {
        is_seen = true;
        run.step("menu.populate with unreadable memory after the records");
        Answer answer;
        populate(loaded.plugin,
                 {sizeof(staffing_menu_target), STAFFING_MENU_PLACE_EMPLOYEE_SEARCH_RESULTS,
                  guarded.as<staffing_record_ref>(), count, 0},
                 answer);
    }
    if (const auto* resolver =
            loaded.plugin.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER)) {
        is_seen = true;
        static const staffing_resolution_listener listener{
            sizeof listener, 0, nullptr,
            [](void*, const staffing_recipient* const*, std::uint64_t) noexcept {},
            [](void*, staffing_status, const staffing_string*) noexcept {}};
        run.step("recipient_resolver.start with unreadable memory after the records");
        const staffing_resolution_request request{sizeof request, 0, guarded.as<staffing_record_ref>(),
                                                  count};
        std::uint64_t job_id = 0;
        loaded.plugin.call(resolver->start, &request, &listener, &job_id);
    }
    if (!is_seen) throw Skipped("No function of the plug-in takes an array.");
    return "Nothing was read past the last record.";
}

std::string records_gone(const CheckRun& run) {
    const Loaded loaded(run);
    const staffing_record_ref gone[] = {{STAFFING_RECORD_KIND_EMPLOYEE, 0, 4'711'000'001},
                                        {STAFFING_RECORD_KIND_CONTACT, 0, -1},
                                        {STAFFING_RECORD_KIND_EMPLOYEE, 0, INT64_MIN},
                                        {STAFFING_RECORD_KIND_CONTACT, 0, INT64_MAX},
                                        {STAFFING_RECORD_KIND_EMPLOYEE, 0, 0},
                                        {STAFFING_RECORD_KIND_UNSPECIFIED, 0, 1},
                                        {99, 0, 1}};
    const auto* const logger = loaded.plugin.table<staffing_message_logger>(STAFFING_EXT_MESSAGE_LOGGER);
    const auto expect_no_defect = [](const std::string& what, const Answer& answer) {
        expect(answer.status != STAFFING_STATUS_INTERNAL_ERROR,
               what + " answered INTERNAL_ERROR: " + answer.words);
    };
    for (const staffing_record_ref& record : gone) {
        const std::string which =
            " of record " + std::to_string(record.id) + " of kind " + std::to_string(record.kind);
        if (loaded.plugin.table<staffing_menu>(STAFFING_EXT_MENU) != nullptr) {
            run.step("menu" + which);
            const staffing_menu_target target{sizeof target, STAFFING_MENU_PLACE_EMPLOYEE_RECORD, &record, 1,
                                              0};
            Answer answer;
            for (const Item& item : populate(loaded.plugin, target, answer))
                expect_no_defect("menu.perform" + which, perform(loaded.plugin, target, item.action_id));
            expect_no_defect("menu.populate" + which, answer);
        }
        if (loaded.plugin.table<staffing_recipient_resolver>(STAFFING_EXT_RECIPIENT_RESOLVER) != nullptr) {
            run.step("recipient_resolver.start" + which);
            Resolution resolution;
            const Answer answer = resolution.start(loaded.plugin, {record});
            expect_no_defect("recipient_resolver.start" + which, answer);
            if (answer.status == STAFFING_STATUS_OK) resolution.wait(loaded.plugin);
        }
        if (logger == nullptr) continue;
        run.step("message_logger" + which);
        const staffing_record_ref* const ref = &record;
        expect_no_defect("flush_record" + which, loaded.plugin.call_on_worker(logger->flush_record, ref));
        expect_no_defect("record_merged" + which,
                         loaded.plugin.call_on_worker(logger->record_merged, ref, ref));
        expect_no_defect("record_deleted" + which, loaded.plugin.call_on_worker(logger->record_deleted, ref));
    }
    return "Records that do not exist were accepted or refused.";
}

constexpr Check checks[] = {
    {"null-arguments", "NULL for a required argument is answered with INVALID_ARGUMENT.", &null_arguments},
    {"no-error-sink", "The error sink may be NULL: then nobody wants the error text.", &no_error_sink},
    {"error-words", "A refusal writes an error text in UTF-8, once; OK writes none.", &error_words},
    {"struct-sizes",
     "A struct smaller than its first version is answered with STRUCT_TOO_SMALL, a larger one is accepted, "
     "and nothing is read past struct_size.",
     &struct_sizes},
    {"array-ends", "Nothing is read past the last element of an array.", &array_ends},
    {"records-gone", "A record that does not exist, or that has an unknown kind, breaks nothing.",
     &records_gone},
};

}  // namespace

std::span<const Check> argument_checks() {
    return checks;
}

}  // namespace validator
