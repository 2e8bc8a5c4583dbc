#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/time.hpp"
#include "net/http_client.hpp"

/// A Twilio account without a network: keeps messages and lists them in pages, as its API does. Outlives the
/// clients that it hands out.
class TwilioAccount {
  public:
    static constexpr send_text::TimePoint first_sent_at{
        std::chrono::seconds(1'605'286'877)};  ///< 2020-11-13T17:01:17Z
    inline static const std::string sid = "AC0123456789abcdef0123456789abcdef";
    inline static const std::string path = "/2010-04-01/Accounts/" + sid + "/Messages.json";

    /// A message, a second after the one before it; newest last. Returns its entry, for what is to be
    /// different.
    nlohmann::json& add(const std::string& direction, const std::string& from, const std::string& to,
                        const nlohmann::json& service = nullptr);
    /// Anything at all as the newest entry; it matches each filter.
    void add_entry(const nlohmann::json& entry) { entries_.push_back(entry); }

    std::unique_ptr<send_text::HttpClient> client();

    std::vector<send_text::Form> asked;  ///< the query of each list
    int fails_at = 0;                    ///< which of the questions (from 1) is answered by 503

  private:
    class Client;
    send_text::HttpAnswer list(const send_text::Form& form);

    std::vector<nlohmann::json> entries_;  // oldest first
    std::int64_t added_ = 0;
};

/// "Fri, 13 Nov 2020 17:01:17 +0000".
std::string rfc_2822(send_text::TimePoint time);
