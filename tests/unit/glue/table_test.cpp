#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "staffing_cpp/table.hpp"

using staffing::complete_table;
using staffing::missing_function;
using staffing::TableLayout;

namespace {

using Functions = std::vector<void (*)()>;

Functions functions_of(const TableLayout& layout) {
    return Functions(layout.function_count(), [] {});
}

/// The fields of each struct of the contract, in their order, as they were released.
std::map<std::string, std::vector<std::string>> released_fields() {
    std::map<std::string, std::vector<std::string>> fields;
    std::ifstream lines(LAYOUT);
    std::string kind;
    std::string name;
    for (std::string rest; lines >> kind; std::getline(lines, rest)) {
        if (kind != "field") continue;
        lines >> name;
        fields[name.substr(0, name.find('.'))].push_back(name.substr(name.find('.') + 1));
    }
    return fields;
}

}  // namespace

TEST_CASE("the functions of every table are known by the names that they were released with") {
    const auto released = released_fields();
    CHECK(std::size(staffing::table_layouts) == 24);
    for (const TableLayout& layout : staffing::table_layouts) {
        std::string name = "staffing_" + std::string(layout.extension_id).substr(std::strlen("staffing."));
        name.resize(name.find('/'));
        INFO(name);
        REQUIRE(released.contains(name));
        CHECK(std::vector<std::string>(layout.names.begin(),
                                       layout.names.begin() + static_cast<long>(layout.function_count())) ==
              released.at(name));
    }
}

TEST_CASE("a table that lacks any of its functions counts as missing, and the function is named") {
    for (const TableLayout& layout : staffing::table_layouts) {
        INFO(layout.extension_id);
        const Functions whole = functions_of(layout);
        CHECK(missing_function(layout.extension_id, whole.data()).empty());
        CHECK(complete_table(layout.extension_id, whole.data()) == whole.data());
        for (std::size_t index = 0; index < whole.size(); ++index) {
            Functions lacking = whole;
            lacking[index] = nullptr;
            CHECK(missing_function(layout.extension_id, lacking.data()) == layout.names[index]);
            CHECK(complete_table(layout.extension_id, lacking.data()) == nullptr);
        }
    }
}

TEST_CASE("no table is none, and one that the contract does not know is taken as it is") {
    CHECK(complete_table(STAFFING_EXT_MENU, nullptr) == nullptr);
    const int unknown = 0;
    CHECK(complete_table("com.example.unknown/1", &unknown) == &unknown);
    CHECK(complete_table("staffing.menu/2", &unknown) == &unknown);
}
