#include <catch2/catch_test_macros.hpp>

#include "mock_host/web/verdict_jobs.hpp"
#include "web_api/screens.hpp"

using namespace mock_host;
using nlohmann::json;

namespace {

std::string path_of(const json& started) {
    return "verdicts/" + std::to_string(started["id"].get<int>());
}

/// The reasons by record of all that is told until the end, fetched part by part.
std::map<std::int64_t, json> all_of(Screens& screens, const json& started) {
    std::map<std::int64_t, json> verdicts;
    int after = 0;
    screens.wait_until([&] {
        const json part = screens.get(path_of(started) + "?after=" + std::to_string(after));
        after = part["next"];
        for (const json& verdict : part["verdicts"])
            verdicts[verdict["id"]] = verdict;
        CHECK(part["failure"] == "");
        return part["is_complete"].get<bool>();
    });
    return verdicts;
}

}  // namespace

TEST_CASE("pages are told who of a search cannot be texted, and why") {
    Screens screens(SEND_TEXT);
    const json started =
        screens.post("verdicts", {{"kind", "employee"}, {"ids", {5814, 4294970052, 5233, 999'999}}});
    CHECK(started["refusal"] == "");
    const auto verdicts = all_of(screens, started);
    CHECK_FALSE(verdicts.contains(5814));
    REQUIRE(verdicts.contains(4294970052));
    CHECK(verdicts.at(4294970052)["can_text"] == false);
    CHECK(verdicts.at(4294970052)["reason"].get<std::string>().find("not a number in service") !=
          std::string::npos);
    REQUIRE(verdicts.contains(5233));
    CHECK(verdicts.at(5233)["can_text"] == true);
    CHECK(verdicts.at(5233)["reason"].get<std::string>().find("extension 123") != std::string::npos);
    CHECK(verdicts.at(999'999)["can_text"] == false);
    const json whole = screens.get(path_of(started));
    CHECK(whole["judged"] == 4);
    CHECK(whole["total"] == 4);

    screens.remove(path_of(started));
    CHECK(screens.refusal("GET", path_of(started)).starts_with("404 "));
    screens.remove(path_of(started));  // once more does no harm
    CHECK(screens.get("plugin")["misbehaviour"].empty());
}

TEST_CASE("nobody gives verdicts without a plug-in, or with one that knows none") {
    const json everybody = {{"kind", "contact"}, {"ids", {6376}}};
    Screens without;
    CHECK(without.post("verdicts", everybody)["refusal"].get<std::string>().starts_with("No plug-in"));
    Screens fixture(FIXTURE_PLUGIN);
    CHECK(fixture.post("verdicts", everybody)["refusal"] ==
          "The plug-in does not offer staffing.recipient_resolver/1.");
}

TEST_CASE("verdicts end with the plug-in, and begin anew with the next one") {
    Screens screens(SEND_TEXT);
    const json everybody = {{"kind", "employee"}, {"ids", {5814}}};
    const json before = screens.post("verdicts", everybody);
    screens.post("plugin/reload");
    CHECK(screens.get(path_of(before))["is_complete"] == true);
    screens.remove(path_of(before));
    const json after = screens.post("verdicts", everybody);
    CHECK(all_of(screens, after).empty());
    screens.post("plugin/unload");
    screens.remove(path_of(after));
}

TEST_CASE("of many questions that nobody ended the oldest are forgotten") {
    Screens screens(SEND_TEXT);
    const json everybody = {{"kind", "employee"}, {"ids", {5814}}};
    const json first = screens.post("verdicts", everybody);
    for (std::size_t i = 1; i < VerdictJobs::max_jobs; ++i)
        screens.post("verdicts", everybody);
    CHECK(screens.get(path_of(first)).contains("judged"));
    screens.post("verdicts", everybody);
    CHECK(screens.refusal("GET", path_of(first)).starts_with("404 "));
}

TEST_CASE("a question about verdicts that makes no sense is refused in words") {
    Screens screens(SEND_TEXT);
    const auto refusal = [&](const json& body) { return screens.refusal("POST", "verdicts", body); };
    CHECK(refusal({{"ids", {1}}}) == "400 \"kind\" is missing.");
    CHECK(refusal({{"kind", "order"}, {"ids", {1}}}).starts_with("400 \"order\" is not a kind of record"));
    CHECK(refusal({{"kind", "employee"}}) == "400 \"ids\" is missing.");
    CHECK(refusal({{"kind", "employee"}, {"ids", {"5814"}}}).starts_with("400 Each of \"ids\""));
    CHECK(screens.refusal("GET", "verdicts/77").starts_with("404 "));
    const json started = screens.post("verdicts", {{"kind", "employee"}, {"ids", json::array()}});
    CHECK(screens.refusal("GET", path_of(started) + "?after=-1") == "400 \"after\" must be 0 or more.");
    CHECK(all_of(screens, started).empty());
}
