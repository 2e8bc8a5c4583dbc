#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>

#include "staffing_cpp/check.hpp"
#include "unit/glue/error_words.hpp"

namespace {

/// A struct of the contract as its second version could be: `b` was its last field once, `c` came later.
struct Grown {
    std::uint32_t struct_size;
    std::int32_t a;
    std::int64_t b;
    std::int64_t c;
};

/// The same struct as a still newer side has it.
struct GrownFurther {
    Grown known;
    std::int64_t d;
};

constexpr std::uint32_t first_size = offsetof(Grown, b) + sizeof(Grown::b);

}  // namespace

template <>
inline constexpr std::uint32_t staffing::first_version_size<Grown> = first_size;

TEST_CASE("a struct of an older side is taken, and what it does not have is zero") {
    Grown theirs{first_size, 1, 2, 77};  // what stands past their size is not theirs to read
    const Grown ours = staffing::checked_struct(&theirs, "the struct");
    CHECK(ours.struct_size == sizeof(Grown));
    CHECK(ours.a == 1);
    CHECK(ours.b == 2);
    CHECK(ours.c == 0);
}

TEST_CASE("a struct of an older side is not read past its end") {
    // Exactly the bytes of the first version on the heap: the address sanitizer sees a read past them.
    const auto bytes = std::make_unique<std::byte[]>(first_size);
    const Grown full{first_size, 1, 2, 0};
    std::memcpy(bytes.get(), &full, first_size);
    CHECK(staffing::checked_struct(reinterpret_cast<const Grown*>(bytes.get()), "the struct").b == 2);
}

TEST_CASE("a struct of the same version is taken whole") {
    const Grown theirs{sizeof(Grown), 1, 2, 3};
    const Grown ours = staffing::checked_struct(&theirs, "the struct");
    CHECK(ours.struct_size == sizeof(Grown));
    CHECK(ours.c == 3);
}

TEST_CASE("of a struct of a newer side what we know is taken") {
    const GrownFurther theirs{{sizeof(GrownFurther), 1, 2, 3}, 4};
    const Grown ours = staffing::checked_struct(&theirs.known, "the struct");
    CHECK(ours.struct_size == sizeof(Grown));
    CHECK(ours.a == 1);
    CHECK(ours.c == 3);
}

TEST_CASE("a struct smaller than its first version is refused, in words that name both sizes") {
    const std::uint32_t size = GENERATE(0U, 4U, first_size - 1);
    const Grown theirs{size, 1, 2, 3};
    const auto failure = failure_of([&] { staffing::checked_struct(&theirs, "the struct"); });
    CHECK(failure.status == STAFFING_STATUS_STRUCT_TOO_SMALL);
    CHECK(failure.words == "The struct_size of the struct is " + std::to_string(size) +
                               "; its first version has " + std::to_string(first_size) + ".");
}

TEST_CASE("NULL instead of a struct is refused") {
    const Grown* none = nullptr;
    const auto failure = failure_of([&] { staffing::checked_struct(none, "the struct"); });
    CHECK(failure.status == STAFFING_STATUS_INVALID_ARGUMENT);
    CHECK(failure.words == "NULL was given instead of the struct.");
}
