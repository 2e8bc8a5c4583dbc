#include <catch2/catch_test_macros.hpp>

#include "core/record.hpp"

using namespace send_text;

TEST_CASE("a record that comes again stands at its first place only") {
    const RecordRef ann{RecordKind::employee, 1};
    const RecordRef bob{RecordKind::employee, 2};
    const RecordRef contact{RecordKind::contact, 1};
    CHECK(without_repeats({bob, ann, bob, contact, ann}) == std::vector{bob, ann, contact});
    CHECK(without_repeats({}).empty());
}
