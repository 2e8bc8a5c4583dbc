#include <catch2/catch_test_macros.hpp>
#include <new>
#include <stdexcept>
#include <string>

#include "staffing_cpp/call.hpp"
#include "staffing_cpp/guard.hpp"
#include "unit/glue/error_words.hpp"

using staffing::guard;
using staffing::StatusError;
using staffing::StringCollector;

TEST_CASE("the guard turns what is thrown into a status and words") {
    StringCollector words;
    SECTION("nothing") {
        CHECK(guard(words.sink(), [] {}) == STAFFING_STATUS_OK);
        CHECK(words.text().empty());
    }
    SECTION("a failure with a status of its own") {
        CHECK(guard(words.sink(), [] { throw StatusError(STAFFING_STATUS_NOT_FOUND, "No such dialog."); }) ==
              STAFFING_STATUS_NOT_FOUND);
        CHECK(words.text() == "No such dialog.");
    }
    SECTION("an exception of the standard library") {
        CHECK(guard(words.sink(), [] { throw std::runtime_error("The disk is full."); }) ==
              STAFFING_STATUS_INTERNAL_ERROR);
        CHECK(words.text() == "The disk is full.");
    }
    SECTION("no memory") {
        CHECK(guard(words.sink(), [] { throw std::bad_alloc(); }) == STAFFING_STATUS_INTERNAL_ERROR);
        CHECK_FALSE(words.text().empty());
    }
    SECTION("something that is no exception") {
        CHECK(guard(words.sink(), [] { throw 42; }) == STAFFING_STATUS_INTERNAL_ERROR);
        CHECK_FALSE(words.text().empty());
    }
    SECTION("words that are not UTF-8 do not cross") {
        CHECK(guard(words.sink(), [] { throw StatusError(STAFFING_STATUS_REFUSED, "Zo\xEB"); }) ==
              STAFFING_STATUS_REFUSED);
        CHECK_FALSE(words.text().empty());
        CHECK(staffing::is_valid_utf8(words.text()));
    }
}

TEST_CASE("who does not want the words gives no sink") {
    const staffing_error_sink without_function{nullptr, nullptr};
    CHECK(guard(nullptr, [] { throw std::runtime_error("x"); }) == STAFFING_STATUS_INTERNAL_ERROR);
    CHECK(guard(&without_function, [] { throw 42; }) == STAFFING_STATUS_INTERNAL_ERROR);
}

TEST_CASE("an empty string is written as NULL, as the contract has it") {
    struct Seen {
        int calls = 0;
        const char* data = "not called";
    } seen;
    const staffing_string_sink sink{&seen, [](void* context, const char* data, uint64_t) {
                                        auto& self = *static_cast<Seen*>(context);
                                        ++self.calls;
                                        self.data = data;
                                    }};
    staffing::write_to(&sink, "");
    CHECK(seen.calls == 1);
    CHECK(seen.data == nullptr);
}

TEST_CASE("a size that cannot be does not throw into the other side") {
    StringCollector collector;
    collector.sink()->write(collector.sink()->context, "x", UINT64_MAX);
    CHECK(collector.text().empty());
    collector.sink()->write(collector.sink()->context, nullptr, 7);
    CHECK(collector.text().empty());
}

TEST_CASE("a call that fails throws the other side's words, or what was tried") {
    const auto answer = [](std::string_view words, const staffing_error_sink* error) {
        staffing::write_to(error, words);
        return STAFFING_STATUS_REFUSED;
    };
    const auto in_words = failure_of([&] { staffing::call("Saving", answer, "The code is not active."); });
    CHECK(in_words.status == STAFFING_STATUS_REFUSED);
    CHECK(in_words.words == "The code is not active.");
    const auto without = failure_of([&] { staffing::call("Saving", answer, ""); });
    CHECK(without.words == "Saving failed with status 13.");
    CHECK(failure_of([&] { staffing::call("Saving", answer, "Zo\xEB"); }).words ==
          "Saving failed with status 13.");

    const auto unspecified = [](const staffing_error_sink*) { return STAFFING_STATUS_UNSPECIFIED; };
    CHECK(failure_of([&] { staffing::call("Saving", unspecified); }).words == "Saving failed with status 0.");
}
