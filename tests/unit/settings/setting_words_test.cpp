#include "settings/setting_words.hpp"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include "settings/settings_schema.hpp"

using namespace send_text;
using namespace std::chrono_literals;
using nlohmann::json;

TEST_CASE("times are told in the largest unit that comes out even, and a single day in hours") {
    CHECK(duration_words(1s) == "1 second");
    CHECK(duration_words(90s) == "90 seconds");
    CHECK(duration_words(1min) == "1 minute");
    CHECK(duration_words(90min) == "90 minutes");
    CHECK(duration_words(1h) == "1 hour");
    CHECK(duration_words(24h) == "24 hours");
    CHECK(duration_words(48h) == "2 days");
    CHECK(duration_words(std::chrono::days(30)) == "30 days");
}

TEST_CASE("values are told as people read them, whatever setting they are of") {
    CHECK(setting_value_words("batch_window_seconds", 86400) == "24 hours");
    CHECK(setting_value_words("segments_per_minute", 30) == "30 segments a minute");
    CHECK(setting_value_words("method_order", {"sms", "cell_phone"}) == "SMS, Cell Phone");
    CHECK(setting_value_words("unusable_number", "reject") == "Reject the recipient");
    CHECK(setting_value_words("texting_hours_begin", "08:00") == "08:00");
    CHECK(setting_value_words("webhook_address", "") == "(empty)");
    CHECK(setting_value_words("gone_since", 7) == "7");
    CHECK(setting_value_words("gone_since", json{{"a", 1}}) == R"({"a":1})");
    CHECK(setting_label("batch_window_seconds") == "Conversation window");
    CHECK(setting_label("gone_since") == "gone_since");
}

TEST_CASE("every setting stands in a group that there is, and few need what is advanced") {
    const json described = describe_settings();
    std::size_t advanced = 0;
    for (const json& setting : described.at("settings")) {
        INFO(setting.dump());
        bool is_found = false;
        for (const json& group : described.at("groups")) {
            if (group.at("id") != setting.at("group")) continue;
            is_found = true;
            advanced += group.value("advanced", false) ? 1 : 0;
        }
        CHECK(is_found);
    }
    CHECK(advanced == 8);
}

TEST_CASE("a time has the units that it may be a multiple of; the value stays in seconds") {
    const json described = describe_settings();
    for (const json& setting : described.at("settings")) {
        if (setting.at("key") == "batch_window_seconds") {
            REQUIRE(setting.at("units").size() == 4);
            CHECK(setting.at("units")[3] == json{{"label", "days"}, {"singular", "day"}, {"size", 86400}});
            CHECK(setting.at("unit") == "seconds");
            CHECK(setting.at("default") == 86400);
        }
        if (setting.at("key") == "poll_interval_seconds") CHECK(setting.at("units").size() == 2);
        if (setting.at("key") == "segments_per_minute") CHECK_FALSE(setting.contains("units"));
    }
}
