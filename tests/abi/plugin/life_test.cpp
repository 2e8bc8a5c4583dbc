#include <atomic>
#include <thread>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "abi/plugin/every_call.hpp"
#include "staffing/ext/menu.h"
#include "staffing/ext/settings.h"

using namespace abi;
using Catch::Matchers::ContainsSubstring;

namespace {

void require_all(const SendText& text, const staffing_plugin* plugin, staffing_status wanted) {
    for (const Call& call : every_call(text)) {
        INFO(call.name);
        const Answer answer = make(call, text, plugin);
        CHECK(answer.status == wanted);
        CHECK(answer.words.empty() != call.has_words);
        CHECK(call.call(plugin, nullptr) == wanted);  // words that nobody wants
    }
}

Answer create(const SendText& text, const staffing_host* host, const staffing_plugin** plugin) {
    const staffing::StringCollector words;
    const staffing_status status = text.entry()->create(host, plugin, words.sink());
    return {status, words.text()};
}

}  // namespace

TEST_CASE("every function answers WRONG_STATE before activate and after deactivate, and works again after") {
    HostForTests test;
    SendText text(test);
    require_all(text, text.c(), STAFFING_STATUS_WRONG_STATE);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    text.deactivate();
    require_all(text, text.c(), STAFFING_STATUS_WRONG_STATE);
    text.deactivate();  // twice does nothing
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    for (const Call& call : every_call(text)) {
        INFO(call.name);
        CHECK(make(call, text, text.c()).status != STAFFING_STATUS_WRONG_STATE);
    }
}

TEST_CASE("every function refuses NULL instead of the plug-in, and a plug-in that has lost its data") {
    ActiveSendText active;
    require_all(active.text, nullptr, STAFFING_STATUS_INVALID_ARGUMENT);
    staffing_plugin empty = *active.text.c();
    empty.plugin_data = nullptr;
    require_all(active.text, &empty, STAFFING_STATUS_INVALID_ARGUMENT);
    empty.deactivate(nullptr);
    empty.destroy(nullptr);
    empty.destroy(&empty);
}

TEST_CASE("every function with a thread refuses the wrong one, and does nothing") {
    ActiveSendText active;
    for (const Call& call : every_call(active.text)) {
        if (call.where == Where::any_thread) continue;
        INFO(call.name);
        Call elsewhere = call;
        elsewhere.where = call.where == Where::worker ? Where::main_thread : Where::worker;
        const Answer answer = make(elsewhere, active.text, active.text.c());
        CHECK(answer.status == STAFFING_STATUS_WRONG_THREAD);
        CHECK_THAT(answer.words, ContainsSubstring("main thread"));
    }
    CHECK(active.mock.host->dialogs().ids().empty());
}

TEST_CASE("activate on a worker is refused, and works on the main thread afterwards") {
    HostForTests test;
    SendText text(test);
    Answer answer;
    text.work([&] { answer = text.activate(); });
    CHECK(answer.status == STAFFING_STATUS_WRONG_THREAD);
    CHECK(text.activate().status == STAFFING_STATUS_OK);
    CHECK(text.activate().status == STAFFING_STATUS_WRONG_STATE);
    CHECK(text.on_main(text.c()->init).status == STAFFING_STATUS_WRONG_STATE);
}

TEST_CASE("a call that is inside when the plug-in is deactivated is let out first") {
    HostForTests test;
    SendText text(test);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    const auto& settings = text.table<staffing_settings>(STAFFING_EXT_SETTINGS);
    std::atomic<bool> is_over = false;
    std::atomic<int> answered = 0;
    std::thread caller([&] {
        while (!is_over) {
            const staffing_status status = settings.values(text.c(), &no_text, nullptr);
            if (status != STAFFING_STATUS_OK && status != STAFFING_STATUS_WRONG_STATE) is_over = true;
            if (status == STAFFING_STATUS_OK) ++answered;
        }
    });
    for (int round = 0; round < 20 && !is_over; ++round) {
        const int before = answered;
        while (answered == before && !is_over)
            std::this_thread::yield();
        text.deactivate();
        CHECK(text.activate().status == STAFFING_STATUS_OK);
    }
    CHECK_FALSE(is_over);
    is_over = true;
    caller.join();
}

TEST_CASE("the library's init and deinit nest, and create is refused outside of them") {
    HostForTests test;
    const mock_host::PluginLibrary library(SEND_TEXT);
    const staffing_plugin_entry& entry = *library.entry();
    const staffing_plugin* plugin = nullptr;
    const staffing_string path = staffing::abi(library.path());
    CHECK(entry.create(test.c(), &plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);
    CHECK(entry.init(nullptr, nullptr) == STAFFING_STATUS_INVALID_ARGUMENT);
    const staffing_string broken = staffing::abi("/\xFF");
    CHECK(entry.init(&broken, nullptr) == STAFFING_STATUS_INVALID_UTF8);
    CHECK(entry.create(test.c(), &plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);
    REQUIRE(entry.init(&path, nullptr) == STAFFING_STATUS_OK);
    REQUIRE(entry.init(&path, nullptr) == STAFFING_STATUS_OK);
    entry.deinit();
    REQUIRE(entry.create(test.c(), &plugin, nullptr) == STAFFING_STATUS_OK);
    CHECK(plugin->activate(plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);  // init comes first
    plugin->destroy(plugin);
    entry.deinit();
    entry.deinit();  // once too often
    CHECK(entry.create(test.c(), &plugin, nullptr) == STAFFING_STATUS_WRONG_STATE);
    CHECK(plugin == nullptr);
}

TEST_CASE("a host of another version or form is judged in words") {
    HostForTests test;
    const SendText text(test);
    const staffing_plugin* plugin = text.c();
    staffing_host host = test.host->c();

    CHECK(create(text, nullptr, &plugin).status == STAFFING_STATUS_INVALID_ARGUMENT);
    CHECK(plugin == nullptr);
    CHECK(create(text, &host, nullptr).status == STAFFING_STATUS_INVALID_ARGUMENT);

    host.version.major = 2;
    const Answer other_major = create(text, &host, &plugin);
    CHECK(other_major.status == STAFFING_STATUS_VERSION_MISMATCH);
    CHECK_THAT(other_major.words, ContainsSubstring("1.2") && ContainsSubstring("2.2"));

    host = test.host->c();
    for (const std::uint32_t size : {0U, 8U, static_cast<std::uint32_t>(sizeof host) - 1}) {
        host.struct_size = size;
        const Answer too_small = create(text, &host, &plugin);
        CHECK(too_small.status == STAFFING_STATUS_STRUCT_TOO_SMALL);
        CHECK_THAT(too_small.words, ContainsSubstring(std::to_string(size)));
    }
    host = test.host->c();
    host.get_extension = nullptr;
    CHECK(create(text, &host, &plugin).status == STAFFING_STATUS_INVALID_ARGUMENT);

    struct {
        staffing_host known;
        std::uint64_t added_later = ~std::uint64_t{0};
    } newer{test.host->c()};
    newer.known.struct_size = sizeof newer;
    newer.known.version.minor = 7;
    REQUIRE(create(text, &newer.known, &plugin).status == STAFFING_STATUS_OK);
    plugin->destroy(plugin);
}

TEST_CASE("an extension's id is taken as a whole") {
    HostForTests test;
    const SendText text(test);
    const auto ask = [&](const char* data, std::uint64_t size) {
        const staffing_string id{data, size};
        return text.c()->get_extension(text.c(), &id);
    };
    REQUIRE(ask("staffing.menu/1", 15) != nullptr);
    CHECK(ask("staffing.menu/1 ", 16) == nullptr);
    CHECK(ask("staffing.menu/1\0", 16) == nullptr);
    CHECK(ask("staffing.menu/11", 16) == nullptr);
    CHECK(ask("staffing.menu/1", 14) == nullptr);
    CHECK(ask("Staffing.Menu/1", 15) == nullptr);
    CHECK(ask("staffing.menu/2", 15) == nullptr);
    CHECK(ask("staffing.\xFF", 10) == nullptr);
    CHECK(ask("", 0) == nullptr);
    CHECK(ask(nullptr, 0) == nullptr);
    CHECK(ask(nullptr, 15) == nullptr);
    const std::string long_id(1 << 20, 'a');
    CHECK(ask(long_id.data(), long_id.size()) == nullptr);
    CHECK(text.c()->get_extension(text.c(), nullptr) == nullptr);
    CHECK(text.c()->get_extension(nullptr, nullptr) == nullptr);
}
