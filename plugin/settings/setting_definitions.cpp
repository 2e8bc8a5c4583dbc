#include "settings/setting_definitions.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/phone_format.hpp"
#include "core/time.hpp"
#include "gateway/carrier.hpp"
#include "settings/setting_words.hpp"

namespace send_text {
namespace {

using nlohmann::json;

json units(const std::vector<TimeUnit>& known) {
    json listed = json::array();
    for (const TimeUnit& unit : known)
        listed.push_back(
            {{"label", unit.plural}, {"singular", unit.singular}, {"size", unit.length.count()}});
    return listed;
}

bool is_from_to(const json& value, std::int64_t minimum, std::int64_t maximum) {
    return value.is_number_integer() && value.get<std::int64_t>() >= minimum &&
           value.get<std::int64_t>() <= maximum;
}

json describe_integer(const char* label, const char* unit, std::int64_t minimum, std::int64_t maximum,
                      const char* help) {
    return {{"type", "integer"},  {"label", label},     {"unit", unit},
            {"minimum", minimum}, {"maximum", maximum}, {"help", help}};
}

SettingDefinition integer(const char* key, std::int64_t Settings::*field, const char* label, const char* unit,
                          std::int64_t minimum, std::int64_t maximum, const char* help) {
    const auto write = [=](Settings& settings, const json& value) {
        if (!is_from_to(value, minimum, maximum)) {
            throw std::invalid_argument("must be a whole number from " + std::to_string(minimum) + " to " +
                                        std::to_string(maximum) + " " + unit + ".");
        }
        settings.*field = value.get<std::int64_t>();
    };
    return {key, describe_integer(label, unit, minimum, maximum, help),
            [=](const Settings& settings) { return json(settings.*field); }, write};
}

/// A time in seconds, which people read in the units that it may be a multiple of.
SettingDefinition duration(const char* key, Seconds Settings::*field, const char* label, Seconds minimum,
                           Seconds maximum, const char* help) {
    json description = describe_integer(label, "seconds", minimum.count(), maximum.count(), help);
    json larger = units(units_up_to(maximum));
    if (larger.size() > 1) description["units"] = std::move(larger);
    const auto write = [=](Settings& settings, const json& value) {
        if (!is_from_to(value, minimum.count(), maximum.count())) {
            throw std::invalid_argument("must be from " + duration_words(minimum) + " to " +
                                        duration_words(maximum) + ".");
        }
        settings.*field = Seconds(value.get<std::int64_t>());
    };
    return {key, std::move(description),
            [=](const Settings& settings) { return json((settings.*field).count()); }, write};
}

SettingDefinition text(const char* key, std::string Settings::*field, const char* type, const char* label,
                       const char* help, std::function<void(const std::string&)> check) {
    const auto write = [field, check = std::move(check)](Settings& settings, const json& value) {
        if (!value.is_string()) throw std::invalid_argument("must be text.");
        check(value.get_ref<const std::string&>());
        settings.*field = value.get<std::string>();
    };
    return {key,
            {{"type", type}, {"label", label}, {"help", help}},
            [=](const Settings& settings) { return json(settings.*field); },
            write};
}

void check_not_empty(const std::string& value) {
    if (value.empty()) throw std::invalid_argument("must not be empty.");
}

void check_one_line(const std::string& value) {
    if (std::any_of(value.begin(), value.end(), [](unsigned char byte) { return byte < ' '; })) {
        throw std::invalid_argument("must be one line.");
    }
}

void check_region(const std::string& value) {
    if (!is_known_region(value)) {
        throw std::invalid_argument("must be a country's two capital letters, such as US or CA.");
    }
}

std::string time_of_day(std::chrono::minutes since_midnight) {
    const auto two_digits = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return two_digits(since_midnight / std::chrono::hours(1)) + ":" +
           two_digits((since_midnight % std::chrono::hours(1)).count());
}

/// A time of the day as "08:00", up to 24:00.
SettingDefinition time(const char* key, std::chrono::minutes Settings::*field, const char* label,
                       const char* help) {
    const auto write = [=](Settings& settings, const json& value) {
        for (std::chrono::minutes time{}; value.is_string() && time <= std::chrono::hours(24); ++time) {
            if (value == time_of_day(time)) {
                settings.*field = time;
                return;
            }
        }
        throw std::invalid_argument("must be a time from 00:00 to 24:00, such as 08:00.");
    };
    return {key,
            {{"type", "time"}, {"label", label}, {"help", help}},
            [=](const Settings& settings) { return json(time_of_day(settings.*field)); },
            write};
}

void check_webhook_address(const std::string& value) {
    if (!value.empty() && !value.starts_with("https://") && !value.starts_with("http://")) {
        throw std::invalid_argument(
            "must be an address that begins with https:// (or http://, for tests), or empty.");
    }
    if (value.find_first_of("?# ") != std::string::npos) {
        throw std::invalid_argument("must have only a scheme, host, port and path.");
    }
}

void check_base_url(const std::string& value) {
    if (!value.starts_with("https://") && !value.starts_with("http://")) {
        throw std::invalid_argument("must be an address that begins with https:// (or http://, for tests).");
    }
}

SettingDefinition carrier_address(const Carrier& carrier) {
    const auto write = [&carrier](Settings& settings, const json& value) {
        if (!value.is_string()) throw std::invalid_argument("must be text.");
        check_base_url(value.get_ref<const std::string&>());
        settings.carrier_addresses[carrier.id] = value.get<std::string>();
    };
    return {carrier.address_setting,
            {{"type", "text"},
             {"label", std::string(carrier.label) + "'s address"},
             {"help", "The address of the carrier's service."}},
            [&carrier](const Settings& settings) {
                const auto address = settings.carrier_addresses.find(carrier.id);
                return json(address == settings.carrier_addresses.end() ? std::string(carrier.default_address)
                                                                        : address->second);
            },
            write};
}

constexpr std::pair<const char*, MethodType> method_keys[] = {{"sms", MethodType::sms},
                                                              {"cell_phone", MethodType::cell_phone},
                                                              {"phone", MethodType::phone},
                                                              {"office_phone", MethodType::office_phone},
                                                              {"home_phone", MethodType::home_phone}};

json method_order_values(const Settings& settings) {
    json order = json::array();
    for (const MethodType type : settings.method_order) {
        for (const auto& [key, known] : method_keys) {
            if (known == type) order.push_back(key);
        }
    }
    return order;
}

void set_method_order(Settings& settings, const json& value) {
    std::vector<MethodType> order;
    for (const json& entry : value.is_array() ? value : json::array()) {
        for (const auto& [key, type] : method_keys) {
            if (entry == key && std::find(order.begin(), order.end(), type) == order.end())
                order.push_back(type);
        }
    }
    if (order.empty() || order.size() != value.size()) {
        throw std::invalid_argument(
            "must be a list of sms, cell_phone, phone, office_phone, home_phone, each once.");
    }
    settings.method_order = std::move(order);
}

SettingDefinition method_order() {
    json choices = json::array();
    for (const auto& [key, type] : method_keys)
        choices.push_back({{"value", key}, {"label", describe(type)}});
    return {"method_order",
            {{"type", "choice_list"},
             {"label", "Order of contact methods"},
             {"choices", std::move(choices)},
             {"help", "The first of these that a record has is texted."}},
            method_order_values,
            set_method_order};
}

constexpr const char* reject = "reject";
constexpr const char* use_next = "use_next";

SettingDefinition unusable_number() {
    const auto write = [](Settings& settings, const json& value) {
        if (value != reject && value != use_next) throw std::invalid_argument("must be reject or use_next.");
        settings.fall_through_unusable_number = value == use_next;
    };
    return {"unusable_number",
            {{"type", "choice"},
             {"label", "When the first number cannot be texted"},
             {"choices",
              {{{"value", reject}, {"label", "Reject the recipient"}},
               {{"value", use_next}, {"label", "Use the next number that can be texted"}}}},
             {"help", "The order of contact methods says which number is first, and which is next."}},
            [](const Settings& settings) {
                return json(settings.fall_through_unusable_number ? use_next : reject);
            },
            write};
}

}  // namespace

json setting_groups() {
    return {{{"id", "hours"}, {"label", "Texting hours and pace"}},
            {{"id", "conversations"}, {"label", "Conversations"}},
            {{"id", "numbers"}, {"label", "Numbers"}},
            {{"id", "replies"}, {"label", "Replies"}},
            {{"id", "advanced"}, {"label", "Advanced"}, {"advanced", true}}};
}

std::vector<SettingDefinition> setting_definitions() {
    std::vector<SettingDefinition> all;
    const auto add = [&](const char* group, std::vector<SettingDefinition> members) {
        for (SettingDefinition& definition : members) {
            definition.description["group"] = group;
            all.push_back(std::move(definition));
        }
    };
    add("hours",
        {time("texting_hours_begin", &Settings::hours_begin, "Texting hours begin at",
              "Local time where the recipient is. Earlier texts wait. 00:00 to 24:00 means any time."),
         time("texting_hours_end", &Settings::hours_end, "Texting hours end at",
              "Local time where the recipient is. Later texts wait for the next morning."),
         integer("segments_per_minute", &Settings::segments_per_minute, "Pace of a line", "segments a minute",
                 1, 6000, "How much the carrier lets a line send. A long text has several segments.")});
    add("conversations",
        {text("action_code", &Settings::action_code, "action_code", "Message action code",
              "The code under which conversations are logged on the record. A code with a side effect cannot "
              "be used.",
              check_not_empty),
         duration("batch_window_seconds", &Settings::batch_window, "Conversation window",
                  std::chrono::minutes(1), std::chrono::days(30),
                  "A conversation is logged as one message when this time has passed since its first "
                  "text.")});
    add("numbers", {method_order(), unusable_number(),
                    text("default_region", &Settings::default_region, "text",
                         "Country of numbers without a country code", "Two capital letters, such as US.",
                         check_region)});
    add("replies",
        {duration("poll_interval_seconds", &Settings::poll_interval, "Look for replies every", Seconds(1),
                  std::chrono::hours(1), "How often the carrier is asked for replies."),
         text("webhook_address", &Settings::webhook_address, "text", "Webhook address",
              "Where carriers reach this plug-in from outside, such as https://texts.example.com. If empty, "
              "Send Text only asks them for replies.",
              check_webhook_address),
         text("webhook_listener", &Settings::webhook_listener, "text", "Webhook listener",
              "Where this plug-in listens for calls to that address, such as 127.0.0.1:8080. If empty, it "
              "does not listen.",
              [](const std::string&) {})});
    for (const Carrier* carrier : carriers())
        add("advanced", {carrier_address(*carrier)});
    add("advanced",
        {text("ca_file", &Settings::ca_file, "text", "Certificates (PEM file)",
              "The authorities to trust instead of the system's: the full path of a file. If empty, the "
              "system's.",
              check_one_line),
         text("store_address", &Settings::store_address, "text", "Store",
              "The file that texts, conversations and accounts are kept in, as a full path. Changing the "
              "path moves the file. If empty, it is in the host's folder.",
              check_one_line),
         duration("connect_timeout_seconds", &Settings::connect_timeout, "Longest wait for a connection",
                  Seconds(1), std::chrono::minutes(1),
                  "After this, the carrier counts as unreachable, and Send Text tries again later."),
         duration("answer_timeout_seconds", &Settings::answer_timeout, "Longest wait for an answer",
                  Seconds(1), std::chrono::minutes(2),
                  "After this, Send Text checks the carrier's list to see whether it accepted the text."),
         duration("unknown_grace_seconds", &Settings::unknown_grace, "Wait before a lost text is sent again",
                  Seconds(5), std::chrono::hours(1),
                  "How long a text whose answer was lost may still turn up at the carrier before it counts "
                  "as not accepted.")});
    return all;
}

}  // namespace send_text
