// How the simulator's lists of messages mislead, at both carriers.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "unit/carrier/twilio_carrier.hpp"

using namespace mock_host::test;
using nlohmann::json;

namespace {

std::vector<std::string> words_of(const json& entries) {
    std::vector<std::string> words;
    for (const json& entry : entries)
        words.push_back(entry.value("body", "(none)"));
    return words;
}

using Words = std::vector<std::string>;

/// Zipwhip with the texts "1", "2" … and a fault of its list.
struct Listed : RunningCarrier {
    explicit Listed(int texts) {
        control.set_clock("2026-03-02T15:00:00Z");
        for (int i = 1; i <= texts; ++i)
            send(ann, std::to_string(i));
    }
    void spoil(json rule) {
        rule["path"] = "/message/list";
        control.set_faults(json::array({rule}));
    }
    Words words(int start = 0, int limit = 10) {
        return words_of(listed({{"start", std::to_string(start)}, {"limit", std::to_string(limit)}}));
    }
};

}  // namespace

TEST_CASE("a late list lacks what is younger") {
    Listed carrier(1);
    carrier.control.set_clock("2026-03-02T15:02:00Z");
    carrier.send(ann, "2");
    carrier.spoil({{"fault", "list_lag"}, {"seconds", 120}});
    CHECK(carrier.words() == Words{"1"});
    carrier.control.set_clock("2026-03-02T15:03:59Z");
    CHECK(carrier.words() == Words{"1"});
    carrier.control.set_clock("2026-03-02T15:04:00Z");
    CHECK(carrier.words() == Words{"2", "1"});
}

TEST_CASE("a page may be shorter than was asked for, always or once") {
    Listed carrier(5);
    carrier.spoil({{"fault", "list_short"}, {"entries", 2}});
    CHECK(carrier.words() == Words{"5", "4"});
    CHECK(carrier.call("/message/list").json()["total"] == 2);
    CHECK(carrier.words(2) == Words{"3", "2"});
    carrier.spoil({{"fault", "list_short"}, {"entries", 2}, {"skip", 1}, {"times", 1}});
    CHECK(carrier.words(0, 3).size() == 3);
    CHECK(carrier.words(2).size() == 2);
    CHECK(carrier.words(4).size() == 1);
}

TEST_CASE("a list shifts when a page has been given") {
    Listed carrier(4);
    carrier.spoil({{"fault", "list_shift"}, {"entries", 2}, {"times", 1}});
    CHECK(carrier.words(0, 2) == Words{"4", "3"});
    CHECK(carrier.words(2, 2) == Words{"4", "3"});
    CHECK(carrier.words().size() == 6);
    carrier.spoil({{"fault", "list_shift"}, {"entries", -3}, {"times", 1}});
    CHECK(carrier.words().size() == 6);
    CHECK(carrier.words() == Words{"3", "2", "1"});
}

TEST_CASE("an entry that is no message stands before all others") {
    Listed carrier(3);
    carrier.spoil({{"fault", "list_nonsense"}, {"entry", {{"destAddress", "12345"}}}});
    CHECK(carrier.listed()[0] == json{{"destAddress", "12345"}});
    CHECK(carrier.words() == Words{"(none)", "3", "2", "1"});
    CHECK(carrier.words(0, 2) == Words{"(none)", "3"});
    CHECK(carrier.words(2, 2) == Words{"2", "1"});
    carrier.spoil({{"fault", "list_nonsense"}});
    CHECK(carrier.listed()[0] == json::object());
}

TEST_CASE("texts are listed with other words, or all with one id") {
    Listed carrier(2);
    carrier.control.reply(ann, carrier.line, "Yes");
    carrier.spoil({{"fault", "list_altered"}, {"appended", " (sent by us)"}});
    CHECK(carrier.words() == Words{"Yes", "2 (sent by us)", "1 (sent by us)"});
    carrier.spoil({{"fault", "list_equal_ids"}});
    const json entries = carrier.listed();
    CHECK(entries[1]["id"] == entries[2]["id"]);
    CHECK(entries[0]["id"] != entries[1]["id"]);
}

TEST_CASE("a list misleads in several ways at once") {
    Listed carrier(4);
    carrier.control.set_faults(json::parse(R"([
        {"path":"/message/list","fault":"list_short","entries":2},
        {"path":"/message/list","fault":"list_shift","entries":1,"times":1},
        {"path":"/message/list","fault":"list_altered","appended":"!"}])"));
    CHECK(carrier.words() == Words{"4!", "3!"});
    CHECK(carrier.words(1) == Words{"4!", "3!"});
    CHECK(carrier.words(1) == Words{"4!", "3!"});
}

TEST_CASE("Twilio's lists mislead in the same ways, and its pages go on all the same") {
    TwilioCarrier carrier;
    carrier.control.set_clock("2026-03-02T15:00:00Z");
    for (const char* const body : {"1", "2", "3"})
        carrier.send(ann, body);
    const auto spoil = [&](json rule) {
        rule["method"] = "GET";
        carrier.control.set_faults(json::array({rule}));
    };
    spoil({{"fault", "list_lag"}, {"seconds", 1}});
    CHECK(carrier.list()["messages"].empty());
    spoil({{"fault", "list_short"}, {"entries", 2}});
    const json page = carrier.list("PageSize=50");
    CHECK(words_of(page["messages"]) == Words{"3", "2"});
    CHECK(page["next_page_uri"].is_string());
    spoil({{"fault", "list_nonsense"}});
    CHECK(carrier.list()["messages"][0] == json::object());
    spoil({{"fault", "list_altered"}, {"appended", "!"}});
    CHECK(words_of(carrier.list()["messages"]) == Words{"3!", "2!", "1!"});
    spoil({{"fault", "list_equal_ids"}});
    const json same = carrier.list()["messages"];
    CHECK(same[0]["sid"] == same[2]["sid"]);
    spoil({{"fault", "list_shift"}, {"entries", 1}, {"times", 1}});
    CHECK(carrier.list("To=%2B" + carrier.line.substr(1))["messages"].size() == 0);
    CHECK(carrier.list()["messages"].size() == 4);
}

TEST_CASE("a fault of a list leaves other requests alone, and is shown as it was set") {
    Listed carrier(0);
    const json rules = json::parse(R"([
        {"fault":"list_lag","seconds":5,"times":0},
        {"fault":"list_short","entries":3,"times":0},
        {"fault":"list_shift","entries":-2,"times":0},
        {"fault":"list_nonsense","entry":{"id":1},"times":0},
        {"fault":"list_altered","appended":"!","times":0},
        {"fault":"list_equal_ids"}])");
    carrier.control.set_faults(rules);
    CHECK(carrier.send(ann, "Hello").json()["success"] == true);
    const json in_force = carrier.control.faults();
    REQUIRE(in_force.size() == rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        for (const auto& [key, value] : rules[i].items())
            CHECK(in_force[i][key] == value);
    }
    CHECK_THROWS(carrier.control.set_faults(json::parse(R"([{"fault":"list_lag"}])")));
    CHECK_THROWS(carrier.control.set_faults(json::parse(R"([{"fault":"list_short","entries":0}])")));
    CHECK_THROWS(carrier.control.set_faults(json::parse(R"([{"fault":"list_equal_ids","entries":1}])")));
}
