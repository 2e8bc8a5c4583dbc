// A host whose tables lack functions.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cstring>

#include "abi/plugin/every_call.hpp"
#include "abi/plugin/menu_item.hpp"
#include "carrier/carrier_server.hpp"
#include "mock_host/loader/extensions.hpp"
#include "staffing_cpp/table.hpp"

using namespace abi;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A function of a table of the host.
struct Function {
    std::string extension_id;
    std::size_t index;
    std::string name;
};

std::vector<Function> functions_of_the_host() {
    std::vector<Function> functions;
    const std::vector<std::string> ids = mock_host::host_extension_ids();
    for (const staffing::TableLayout& layout : staffing::table_layouts) {
        if (std::find(ids.begin(), ids.end(), layout.extension_id) == ids.end()) continue;
        for (std::size_t index = 0; index < layout.function_count(); ++index)
            functions.push_back({std::string(layout.extension_id), index, std::string(layout.names[index])});
    }
    return functions;
}

/// The host's table with NULL in place of a function.
class LackingTable {
  public:
    explicit LackingTable(const Function& function) {
        const void* const whole = mock_host::host_extension(function.extension_id);
        for (const staffing::TableLayout& layout : staffing::table_layouts) {
            if (layout.extension_id != function.extension_id) continue;
            functions_.resize(layout.function_count());
            std::memcpy(functions_.data(), whole, layout.size);
        }
        functions_.at(function.index) = nullptr;
    }

    const void* c() const { return functions_.data(); }

  private:
    std::vector<void (*)()> functions_;
};

std::vector<std::string> words_about_the_host(const HostForTests& test) {
    std::vector<std::string> words;
    for (const mock_host::LogLine& line : test.host->log().lines())
        if (line.severity == STAFFING_LOG_HOST_MISBEHAVING) words.push_back(line.text);
    return words;
}

bool is_needed(const std::string& extension_id) {
    for (const char* const needed : {STAFFING_EXT_SESSION, STAFFING_EXT_RECORDS, STAFFING_EXT_DIALOGS,
                                     STAFFING_EXT_MAIN_THREAD, STAFFING_EXT_CREDENTIALS, STAFFING_EXT_PATHS})
        if (extension_id == needed) return true;
    return false;
}

}  // namespace

TEST_CASE("an extension whose table lacks a function is as if it were missing, and said once by name") {
    const std::vector<Function> functions = functions_of_the_host();
    REQUIRE(functions.size() == 29);
    const Function function = GENERATE_COPY(from_range(functions));
    INFO(function.extension_id << " without " << function.name);
    mock_host::CarrierServer carrier;
    carrier.start();
    HostForTests test;
    const LackingTable table(function);
    SendText text(test, {{function.extension_id, table.c()}});
    const std::vector<std::string> words = words_about_the_host(test);
    if (function.extension_id == STAFFING_EXT_LOG) {
        CHECK(words.empty());
    } else {
        REQUIRE(words.size() == 1);
        CHECK(words[0] == "The host's " + function.extension_id + " has no function " + function.name +
                              ". Send Text works as if the host did not offer " + function.extension_id +
                              ". Tell the host's vendor.");
    }

    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    const Item without = item_of(text);
    if (is_needed(function.extension_id)) {
        CHECK_FALSE(without.is_enabled);
        CHECK_THAT(without.reason, ContainsSubstring("This host does not offer " + function.extension_id));
        CHECK(perform(text).words == without.reason);
    } else {
        REQUIRE(text.add_account(carrier.base_url()).status == STAFFING_STATUS_OK);
        CHECK(item_of(text).is_enabled);
        CHECK(perform(text).status == STAFFING_STATUS_OK);
        CHECK(test.host->dialogs().ids().size() == 1);
    }
    for (const Call& call : every_call(text)) {
        INFO(call.name);
        CHECK(make(call, text, text.c()).status != STAFFING_STATUS_INTERNAL_ERROR);
    }
    text.deactivate();
    CHECK(words_about_the_host(test) == words);  // once
}

TEST_CASE("a host that lacks every function of every table can be lived with, and each is said") {
    HostForTests test;
    ReplacedHost::Tables tables;
    std::vector<void (*)()> nothing(8, nullptr);
    for (const std::string& id : mock_host::host_extension_ids())
        if (id != STAFFING_EXT_LOG) tables[id] = nothing.data();
    SendText text(test, tables);
    CHECK(words_about_the_host(test).size() == 13);
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
    CHECK_THAT(item_of(text).reason, ContainsSubstring("does not offer"));
}
