#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/contact_method.hpp"
#include "core/time.hpp"

namespace send_text {

/// What an administrator can set, with its default. The bounds stand in settings_schema.
struct Settings {
    std::string action_code = "Text";               ///< conversations are logged under it
    Seconds batch_window = std::chrono::hours(24);  ///< 60 … 30 days
    Seconds poll_interval{15};                      ///< 1 … 3600
    std::string default_region = "US";              ///< of numbers without a country code
    std::vector<MethodType> method_order = {MethodType::sms, MethodType::cell_phone, MethodType::phone,
                                            MethodType::office_phone, MethodType::home_phone};
    bool fall_through_unusable_number = false;  ///< to the next of that order; else the recipient is rejected
    std::chrono::minutes hours_begin =
        std::chrono::hours(8);  ///< since midnight where the number is; 0 … 24 h
    std::chrono::minutes hours_end = std::chrono::hours(20);  ///< after the begin; 0 and 24 h: always
    std::int64_t segments_per_minute = 60;                    ///< of a line; 1 … 6000
    std::string webhook_address;   ///< where carriers reach us; empty: they are only polled
    std::string webhook_listener;  ///< "127.0.0.1:8080"; empty: we do not listen
    std::map<std::string, std::string> carrier_addresses;  ///< by carrier; of others its own
    std::string ca_file;                                   ///< PEM; empty: the system's certificates
    Seconds connect_timeout{10};                           ///< 1 … 60
    Seconds answer_timeout{20};                            ///< 1 … 120
    std::string store_address;  ///< the store's file; empty: in the data folder (StorePlace)
    Seconds unknown_grace{60};  ///< how long a lost send may still turn up at the carrier
};

}  // namespace send_text
