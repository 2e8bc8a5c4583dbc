#include "mock_host/loader/resolution.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <thread>

#include "loader/host_for_tests.hpp"
#include "mock_host/loader/record_refs.hpp"

using namespace mock_host;
using Catch::Matchers::ContainsSubstring;
using staffing::abi;

namespace {

const RecordKey one{RecordKind::employee, 1};
const RecordKey two{RecordKind::employee, 2};
const RecordKey three{RecordKind::contact, 3};

struct Said {
    RecordKey record;
    bool can_text = true;
    std::string reason = {};
};

/// A resolution of three records, told by the test in the place of a plug-in.
struct ResolutionFixture {
    HostForTests test;
    int news = 0;
    std::shared_ptr<Resolution> resolution =
        std::make_shared<Resolution>(*test.host, std::vector<RecordKey>{one, two, three}, [this] { ++news; });
    const staffing_resolution_listener listener = Resolution::listen(resolution);

    void partial(const std::vector<Said>& said) {
        std::vector<staffing_recipient> recipients;
        std::vector<const staffing_recipient*> pointers;
        recipients.reserve(said.size());
        for (const Said& each : said) {
            staffing_recipient recipient{};
            recipient.struct_size = sizeof recipient;
            recipient.record = to_abi(each.record);
            recipient.can_text = each.can_text ? 1 : 0;
            recipient.reason = abi(each.reason);
            recipients.push_back(recipient);
            pointers.push_back(&recipients.back());
        }
        std::thread([&] { listener.partial(listener.context, pointers.data(), pointers.size()); }).join();
    }

    void complete(staffing_status status, const std::string& words = {}) {
        const staffing_string message = abi(words);
        std::thread([&] { listener.complete(listener.context, status, &message); }).join();
    }

    std::vector<std::string> misbehaviour() { return test.host->log().misbehaviour(); }
};

}  // namespace

TEST_CASE("of the verdicts those with a reason are kept, part by part") {
    ResolutionFixture fixture;
    fixture.partial({{one, false, "No number."}, {two}});
    Resolution::Part part = fixture.resolution->part(0, 10);
    CHECK(fixture.news == 1);
    CHECK(part.judged == 2);
    CHECK_FALSE(part.is_complete);
    REQUIRE(part.verdicts.size() == 1);
    CHECK(part.verdicts[0].record == one);
    CHECK_FALSE(part.verdicts[0].can_text);
    CHECK(part.verdicts[0].reason == "No number.");

    fixture.partial({{three, true, "The extension is left out."}});
    fixture.complete(STAFFING_STATUS_OK);
    CHECK(fixture.news == 3);
    CHECK_FALSE(fixture.resolution->part(0, 1).is_complete);  // there is one more to fetch
    part = fixture.resolution->part(part.next, 1);
    CHECK(part.is_complete);
    CHECK(part.failure.empty());
    REQUIRE(part.verdicts.size() == 1);
    CHECK(part.verdicts[0].can_text);
    CHECK(fixture.resolution->part(99, 5).verdicts.empty());
    CHECK(fixture.misbehaviour().empty());
}

TEST_CASE("a resolution that ends early says why") {
    ResolutionFixture fixture;
    fixture.partial({{one}});
    fixture.complete(STAFFING_STATUS_UNAVAILABLE, "The records could not be read.");
    CHECK(fixture.resolution->part(0, 10).failure == "The records could not be read.");
    ResolutionFixture cancelled;
    cancelled.complete(STAFFING_STATUS_CANCELLED);
    CHECK(cancelled.resolution->is_complete());
    CHECK_FALSE(cancelled.resolution->part(0, 10).failure.empty());
    CHECK(fixture.misbehaviour().empty());
    CHECK(cancelled.misbehaviour().empty());
}

TEST_CASE("recipients that are not those asked for are noted against the plug-in") {
    const auto noted = [](const std::vector<Said>& said, const char* words) {
        ResolutionFixture fixture;
        fixture.partial(said);
        fixture.complete(STAFFING_STATUS_CANCELLED);
        REQUIRE(fixture.misbehaviour().size() == 1);
        CHECK_THAT(fixture.misbehaviour()[0], ContainsSubstring(words));
    };
    noted({{two}}, "not the employee 1");
    noted({{one}, {two}, {three}, {one}}, "more recipients than records");
    noted({{one, false}}, "there is no reason");
    noted({{one, true, "\xC3("}}, "not valid UTF-8");

    ResolutionFixture short_one;
    short_one.partial({{one}});
    short_one.complete(STAFFING_STATUS_OK);
    REQUIRE(short_one.misbehaviour().size() == 1);
    CHECK_THAT(short_one.misbehaviour()[0], ContainsSubstring("not every record"));
    CHECK(short_one.resolution->is_complete());
}

TEST_CASE("a listener that is called on the main thread is noted against the plug-in") {
    ResolutionFixture fixture;
    fixture.listener.partial(fixture.listener.context, nullptr, 0);
    REQUIRE(fixture.misbehaviour().size() == 1);
    CHECK_THAT(fixture.misbehaviour()[0], ContainsSubstring("main thread"));
    fixture.complete(STAFFING_STATUS_CANCELLED);
}
