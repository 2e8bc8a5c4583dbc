#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "carrier/carrier_account.hpp"

namespace mock_host {

/// What the simulator does not do.
class CarrierRefusal : public std::runtime_error {
  public:
    /// `request`: "POST clock".
    CarrierRefusal(int status, const std::string& request, const std::string& reason)
        : std::runtime_error("the carrier simulator refused " + request + ": " + reason),
          status_(status),
          reason_(reason) {}
    int status() const { return status_; }                 ///< of its answer over HTTP
    const std::string& reason() const { return reason_; }  ///< in its words

  private:
    int status_;
    std::string reason_;
};

/// A running carrier simulator, steered from outside through its control API (docs/carrier_simulator.md).
/// Every call is one HTTP request on a connection of its own and throws CarrierRefusal if the simulator
/// refuses, and std::runtime_error, in words, if it cannot be reached. [thread-safe]
class CarrierControl {
  public:
    /// A text as a handset got it.
    struct Text {
        std::string line;  ///< E.164
        std::string body;
        std::string message_id;
        std::string when;  ///< "2026-03-02T15:00:00Z"
    };

    /// `base_url` is "http://127.0.0.1:PORT", the control API being on plain HTTP.
    explicit CarrierControl(std::string base_url);

    /// Stops the simulator's clock at a time such as "2026-03-02T15:00:00Z"; without one it is the system's.
    void set_clock(const std::optional<std::string>& now);
    /// Has the simulator's clock be wrong from now on (behind: less than 0).
    void set_clock_ahead(std::int64_t milliseconds);
    /// Puts a JSON list of fault rules (fault_rules.hpp) in force.
    void set_faults(const nlohmann::json& rules);
    /// Those in force, each with how many requests it `matched` and to how many it was `applied`.
    nlohmann::json faults() const;
    /// The texts a handset has received, oldest first; none if nobody has texted it.
    std::vector<Text> handset_texts(const std::string& number) const;
    /// Every handset with all it has, as the control API shows them.
    nlohmann::json all_handsets() const;
    /// Has a handset text a line; the carrier's id of that text. With pictures it may be without words.
    std::string reply(const std::string& from, const std::string& to_line, const std::string& body,
                      std::int64_t pictures = 0);
    /// Switches a handset on or off.
    void set_handset(const std::string& number, bool on);
    /// Changes what is given: `on`; `landline` (Zipwhip refuses texts to it, Twilio takes them and they
    /// fail), with `refused_at_once` (Twilio refuses them too); `failure` (as below).
    void change_handset(const std::string& number, const nlohmann::json& change);
    /// Has all that is sent to a handset from now on fail, for the reason that Twilio has this code for
    /// (30003: out of reach, 30005: unknown, 30006: landline, 30007: filtered …); 0: no longer.
    void set_failure(const std::string& number, int code);
    /// Lets an account of a carrier in, and from then on no other but those given to that carrier.
    void add_account(const CarrierAccount& account);
    /// The same for a user of Zipwhip.
    void add_account(const std::string& username, const std::string& password);
    /// The accounts that the carriers have been given, without their secrets: `carrier`, `username`,
    /// `numbers` of Twilio's and Telnyx's, and Telnyx's `public_key`.
    nlohmann::json accounts() const;
    /// Forgets an account of a carrier; without any left it lets everybody in.
    void remove_account(const std::string& carrier, const std::string& username);
    /// Logs everybody out.
    void end_sessions();
    /// What became of the last texts, oldest first, as the control API shows them.
    nlohmann::json texts() const;
    /// The last requests to the carriers, oldest first, secrets hidden.
    nlohmann::json requests() const;
    /// The last webhooks posted, oldest first: `url` without the key in it, `status` of the receiver's answer
    /// (0 if there was none), `error` (why there was none, or null), `when`.
    nlohmann::json callbacks() const;
    /// Numbers by "handsets", "requests" and "callbacks" that count on with every change of those.
    nlohmann::json changes() const;
    void reset();

  private:
    struct Answer;
    Answer exchange(const std::string& method, const std::string& path, const std::string& body) const;
    nlohmann::json ask(const std::string& method, const std::string& path,
                       const std::string& body = {}) const;

    std::string base_url_;
    std::string host_;
    std::uint16_t port_ = 0;
};

}  // namespace mock_host
