#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "soak/dice.hpp"
#include "soak/lies.hpp"
#include "soak/shared_moment.hpp"

namespace soak {

/// A message as the carrier keeps it.
struct KeptMessage {
    std::string carrier;
    std::string account;
    std::int64_t serial = 0;
    bool is_outbound = false;
    std::string line;
    std::string number;
    std::string body;              ///< as it is listed
    std::int64_t stamp_ms = 0;     ///< by the carrier's clock
    std::int64_t listed_from = 0;  ///< true time
    bool is_unreadable = false;
};

/// A text that reached a handset.
struct Received {
    std::string line;
    std::string number;
    std::string body;     ///< as it was sent
    std::int64_t at = 0;  ///< true time
    bool is_from_application = false;
};

/// The request of a text that reached it, and how the plug-in's process is to die of it.
enum class Death { none, before, after, soon };

/// Both carriers and all handsets. It speaks Zipwhip's and Twilio's API, and lies.
class LyingCarrier {
  public:
    LyingCarrier(SharedMoment& moment, Dice& dice, const Lies& its_lies)
        : lies(its_lies), moment_(moment), dice_(dice) {}

    /// What it answers; {"die": true}: the process dies before the answer comes.
    nlohmann::json answer(const nlohmann::json& question);

    /// Somebody answers from a handset.
    void reply(const std::string& carrier, const std::string& account, const std::string& line,
               const std::string& number, const std::string& body);

    /// Somebody writes in the carrier's own application.
    void write_in_application(const std::string& carrier, const std::string& account, const std::string& line,
                              const std::string& number, const std::string& body);

    /// What was lost on its way and arrives now.
    void take_what_is_late();

    /// How many of ours with these words the number got.
    std::int64_t count(const std::string& number, const std::string& body) const;

    const std::vector<Received>& received() const { return received_; }
    const std::vector<KeptMessage>& kept() const { return kept_; }

    Lies lies;
    Death next_death = Death::none;
    bool is_list_down = false;

  private:
    struct Order {
        std::string carrier;
        std::string account;
        std::string line;
        std::string number;
        std::string body;
    };
    struct Late {
        std::int64_t at = 0;
        Order order;
    };

    nlohmann::json zipwhip(const nlohmann::json& question);
    nlohmann::json twilio(const nlohmann::json& question);
    nlohmann::json send(const Order& order);
    nlohmann::json taken(const Order& order, std::int64_t serial) const;
    nlohmann::json own_error(const std::string& carrier);
    nlohmann::json rejected(const std::string& carrier) const;
    nlohmann::json answered(int status, nlohmann::json body) const;
    nlohmann::json busy_list(const std::string& carrier) const;
    std::int64_t take(const Order& order);
    KeptMessage& keep(const Order& order, bool is_outbound);
    std::int64_t listed_from();
    std::string listed_words(const std::string& body);
    std::vector<const KeptMessage*> listed(const nlohmann::json& question) const;
    std::size_t page_length(std::size_t wanted, std::size_t left);
    void maybe_shift(const nlohmann::json& question);
    std::int64_t clock_ms() const;

    SharedMoment& moment_;
    Dice& dice_;
    std::vector<KeptMessage> kept_;
    std::vector<Received> received_;
    std::vector<Late> late_;
    std::int64_t lag_ms_ = 0;
    int shifts_left_ = 100;         ///< a list that is read again and again must come to its end
    std::int64_t last_listed_ = 0;  ///< from when on the newest is listed
};

/// A parameter of a question; empty when it is not there.
std::string parameter(const nlohmann::json& question, const std::string& name);

/// "2020-11-13T17:01:17Z" and "Fri, 13 Nov 2020 17:01:17 +0000".
std::string iso_time(std::int64_t ms);
std::string mail_time(std::int64_t ms);

}  // namespace soak
