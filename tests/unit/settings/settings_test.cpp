#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "settings/settings_service.hpp"
#include "unit/support/manual_clock.hpp"
#include "unit/support/recording_log.hpp"
#include "unit/support/seeded_random.hpp"
#include "unit/support/temp_folder.hpp"

using namespace send_text;
using namespace send_text::testing;
using nlohmann::json;

namespace {

/// A settings service over a store that can be opened again.
struct Office {
    TempFolder folder;
    SeededRandom random{1};
    ManualClock clock;
    RecordingLog log;
    CurrentSettings current;
    Database database{folder.file("store.sqlite"), random};
    SettingsStore store{database};
    std::vector<ActionCode> codes = {{"Text", true, true, true, ""},
                                     {"Message", true, true, true, ""},
                                     {"Old", false, true, true, ""},
                                     {"DNA", true, true, true, "marks the person do-not-assign"},
                                     {"Visit", true, false, true, ""}};
    AuditStore audit{database};
    Problems found_out;  ///< when the settings are tried out
    std::function<void(const Settings&)> on_try_out = [](const Settings&) {};
    SettingsService service{store,
                            "/srv/texts.sqlite",
                            audit,
                            current,
                            clock,
                            log,
                            {[this] { return codes; },
                             [this](const Settings& settings) {
                                 on_try_out(settings);
                                 return found_out;
                             }}};
};

}  // namespace

TEST_CASE("every setting is described with its default, its words and its bounds") {
    const json described = describe_settings();
    const json defaults = to_json(Settings());
    CHECK(described.at("settings").size() == defaults.size());
    for (const json& setting : described.at("settings")) {
        INFO(setting.dump());
        CHECK(setting.at("default") == defaults.at(setting.at("key").get<std::string>()));
        CHECK_FALSE(setting.at("label").get<std::string>().empty());
        CHECK_FALSE(setting.at("help").get<std::string>().empty());
        if (setting.at("type") == "integer") {
            CHECK(setting.at("minimum") <= setting.at("default"));
            CHECK(setting.at("default") <= setting.at("maximum"));
        }
    }
}

TEST_CASE("the defaults are those of the original integration") {
    const json defaults = to_json(Settings());
    CHECK(defaults.at("batch_window_seconds") == 24 * 3600);
    CHECK(defaults.at("method_order") == json{"sms", "cell_phone", "phone", "office_phone", "home_phone"});
    CHECK(defaults.at("unusable_number") == "reject");
}

TEST_CASE("whether an unusable number falls through is a choice in words") {
    Office office;
    CHECK(office.service.change({{"unusable_number", "use_next"}}, {7, "Ann"}).empty());
    CHECK(office.current.get()->fall_through_unusable_number);
    CHECK(office.service.values().at("unusable_number") == "use_next");
    CHECK(office.service.change({{"unusable_number", "reject"}}, {7, "Ann"}).empty());
    CHECK_FALSE(office.current.get()->fall_through_unusable_number);
    const json described = describe_settings();
    for (const json& setting : described.at("settings")) {
        if (setting.at("key") != "unusable_number") continue;
        CHECK(setting.at("type") == "choice");
        CHECK(setting.at("choices").at(1).at("value") == "use_next");
    }
}

TEST_CASE("a change is in force at once and after the next start") {
    Office office;
    CHECK(office.service
              .change({{"batch_window_seconds", 3600}, {"method_order", {"phone", "sms"}}}, {7, "Ann"})
              .empty());
    CHECK(office.service.change({{"action_code", "Message"}}, {7, "Ann"}).empty());
    CHECK(office.current.get()->batch_window == 3600s);

    CurrentSettings next_current;
    SettingsService next(
        office.store, "", office.audit, next_current, office.clock, office.log,
        {[] { return std::vector<ActionCode>(); }, [](const Settings&) { return Problems(); }});
    next.load();
    CHECK(next_current.get()->batch_window == 3600s);
    CHECK(next_current.get()->action_code == "Message");
    CHECK(next_current.get()->method_order == std::vector{MethodType::phone, MethodType::sms});
}

TEST_CASE("what is not taken is refused with a reason, and nothing is changed") {
    const auto [values, key, words] = GENERATE(table<json, std::string, std::string>({
        {{{"batch_window_seconds", 59}}, "batch_window_seconds", "from 1 minute to 30 days"},
        {{{"batch_window_seconds", "long"}}, "batch_window_seconds", "from 1 minute"},
        {{{"batch_window_seconds", 1e9}}, "batch_window_seconds", "from 1 minute"},
        {{{"poll_interval_seconds", 0}}, "poll_interval_seconds", "from 1 second to 1 hour"},
        {{{"method_order", json::array()}}, "method_order", "each once"},
        {{{"method_order", {"sms", "sms"}}}, "method_order", "each once"},
        {{{"method_order", {"fax"}}}, "method_order", "each once"},
        {{{"method_order", "sms"}}, "method_order", "each once"},
        {{{"unusable_number", true}}, "unusable_number", "reject or use_next"},
        {{{"unusable_number", "skip"}}, "unusable_number", "reject or use_next"},
        {{{"default_region", "Minnesota"}}, "default_region", "two capital letters"},
        {{{"default_region", "QQ"}}, "default_region", "two capital letters"},
        {{{"zipwhip_base_url", "ftp://carrier"}}, "zipwhip_base_url", "https://"},
        {{{"twilio_base_url", "api.twilio.com"}}, "twilio_base_url", "https://"},
        {{{"texting_hours_begin", "8:00"}}, "texting_hours_begin", "such as 08:00"},
        {{{"texting_hours_end", 20}}, "texting_hours_end", "such as 08:00"},
        {{{"texting_hours_end", "24:01"}}, "texting_hours_end", "such as 08:00"},
        {{{"texting_hours_begin", "16:01"}}, "texting_hours_begin", "four hours after they begin"},
        {{{"texting_hours_begin", "12:00"}, {"texting_hours_end", "11:59"}},
         "texting_hours_end",
         "four hours after"},
        {{{"segments_per_minute", 0}}, "segments_per_minute", "from 1 to 6000"},
        {{{"webhook_address", "texts.example.com"}}, "webhook_address", "https://"},
        {{{"webhook_address", "https://texts.example.com/?a=b"}}, "webhook_address", "must have only"},
        {{{"colour", "red"}}, "colour", "no setting \"colour\""},
        {{{"action_code", ""}}, "action_code", "must not be empty"},
        {{{"action_code", 5}}, "action_code", "must be text"},
        {{{"action_code", "Nonsense"}}, "action_code", "no message action code"},
        {{{"action_code", "Old"}}, "action_code", "not active"},
        {{{"action_code", "DNA"}}, "action_code", "marks the person do-not-assign"},
        {{{"action_code", "Visit"}}, "action_code", "both employees and contacts"},
    }));
    Office office;
    json with_good_one = values;
    with_good_one["answer_timeout_seconds"] = 33;
    const Problems problems = office.service.change(with_good_one, {7, "Ann"});
    INFO(values.dump());
    REQUIRE(problems.size() == 1);
    CHECK(problems.begin()->first == key);
    INFO(problems.begin()->second);
    CHECK(problems.begin()->second.find(words) != std::string::npos);
    CHECK(office.service.values() == to_json(Settings()));
}

TEST_CASE("values that are no object are refused") {
    Office office;
    CHECK(office.service.change(json::array({1}), {7, "Ann"}).size() == 1);
}

TEST_CASE("a stored value that is no longer taken is left at its default, with a warning") {
    Office office;
    office.store.save({{"poll_interval_seconds", "999999"},
                       {"answer_timeout_seconds", "not json"},
                       {"ca_file", "\"a.pem\""}},
                      {}, 7, start_time);
    office.service.load();
    CHECK(office.current.get()->poll_interval == Settings().poll_interval);
    CHECK(office.current.get()->answer_timeout == Settings().answer_timeout);
    CHECK(office.current.get()->ca_file == "a.pem");
    CHECK(office.log.count(LogSeverity::warning) == 2);
}

TEST_CASE("hours that only fit together are taken together, also at the next start") {
    Office office;
    CHECK(
        office.service.change({{"texting_hours_begin", "20:00"}, {"texting_hours_end", "24:00"}}, {7, "Ann"})
            .empty());
    office.current.set({});
    office.service.load();
    CHECK(office.current.get()->hours_begin == 20h);
    CHECK(office.current.get()->hours_end == 24h);
    CHECK(office.log.lines.empty());
}

TEST_CASE("a value that turns out not to work is refused, and nothing is changed") {
    Office office;
    office.found_out = {{"webhook_listener", "The address is taken."}};
    const Problems problems = office.service.change({{"webhook_listener", "127.0.0.1:1"}}, {7, "Ann"});
    CHECK(problems == office.found_out);
    CHECK(office.service.values() == to_json(Settings()));
}

TEST_CASE("who changed what from what to what, and who tried, is in the audit trail") {
    Office office;
    office.service.change({{"poll_interval_seconds", 30}, {"ca_file", ""}}, {7, "Ann"});
    office.service.change({{"poll_interval_seconds", 0}}, {8, "Bob"});
    const std::vector<AuditEntry> entries = office.audit.after(0, 10);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].who.rep_id == 7);
    CHECK(entries[0].at == start_time);
    CHECK(entries[0].action == "setting.change");
    CHECK(entries[0].subject == "poll_interval_seconds");
    CHECK(entries[0].outcome == "done");
    CHECK(entries[0].detail == "15 -> 30");
    CHECK(entries[1].who.name == "Bob");
    CHECK(entries[1].outcome == "refused");
}

TEST_CASE("what is tried out last is what is in force, also when a start is still trying") {
    Office office;
    std::string last;
    std::thread start;
    office.on_try_out = [&](const Settings& settings) {
        last = settings.webhook_listener;
        // The start comes in the midst of the change.
        if (!start.joinable()) start = std::thread([&] { office.service.try_out(); });
    };
    CHECK(office.service.change({{"webhook_listener", "127.0.0.1:8080"}}, {7, "Ann"}).empty());
    start.join();
    CHECK(last == "127.0.0.1:8080");
}

TEST_CASE("the store is where it is, whatever it says itself") {
    Office office;
    CHECK(office.service.change({{"store_address", "/mnt/elsewhere.sqlite"}}, {7, "Ann"}).empty());
    office.service.load();
    CHECK(office.service.values().at("store_address") == "/srv/texts.sqlite");
    CHECK(office.service.change({{"store_address", "/two\nlines"}}, {7, "Ann"}).at("store_address") ==
          "Store must be one line.");
}
