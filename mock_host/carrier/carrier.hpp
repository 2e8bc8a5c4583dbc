#pragma once

#include <optional>
#include <string>

#include "carrier/carrier_account.hpp"
#include "carrier/handsets.hpp"
#include "carrier/http_message.hpp"

namespace mock_host {

class CallbackPoster;
class StateFile;
class TextLog;

/// What all carriers share; all of it must outlive them.
struct CarrierWorld {
    const SimulatorClock& clock;
    Handsets& handsets;
    CallbackPoster& callbacks;
    TextLog& texts;
    StateFile* file = nullptr;  ///< what it has kept is there again; nullptr keeps nothing
};

/// A text that a request asks a carrier to send.
struct WantedText {
    std::string line;     ///< E.164; empty when the request does not say
    std::string handset;  ///< as the request has it
    std::string body;
};

/// One carrier's API on top of the simulated handsets. Everything here is [thread-safe].
class Carrier {
  public:
    virtual ~Carrier() = default;

    /// "zipwhip", "twilio", "telnyx": what CarrierAccount::carrier says.
    virtual std::string name() const = 0;
    /// Whether a path belongs to this carrier's API.
    virtual bool serves(const std::string& path) const = 0;
    /// Whether its requests have JSON in them, and so parameters of that.
    virtual bool takes_json() const { return false; }
    /// Carries a request out.
    virtual ApiAnswer answer(const ApiRequest& request) = 0;
    /// The texts that a request asks to be sent; none of another request.
    virtual std::vector<WantedText> texts_wanted(const ApiRequest& request) const = 0;
    /// A refusal in this carrier's own words, as if it had failed by itself, with the HTTP status that the
    /// carrier gives it: Zipwhip 200 always; Twilio and Telnyx never 200 (their error.hpp). Without a code
    /// and with an empty message it gives no reason.
    virtual ApiAnswer error(std::optional<int> code, const std::string& message) const = 0;
    /// A failure of the carrier's service as a whole, with this HTTP status (200 to 599), as that carrier
    /// answers it.
    virtual ApiAnswer service_error(int status, const std::string& message) const = 0;

    /// Lets an account in, or changes what is known of it. A carrier that has been given no account lets
    /// everybody in; from the first one on, only those that it has been given. Throws std::invalid_argument,
    /// without secrets, for an account that this carrier could not have.
    virtual void add_account(const CarrierAccount& account) = 0;
    /// Those that it has been given, without their secrets.
    virtual std::vector<CarrierAccount> accounts() const = 0;
    /// Forgets an account of this user name; false if it was given none such. Without any left everybody gets
    /// in.
    virtual bool remove_account(const std::string& username) = 0;
    /// Whoever has logged in must do so again. Nothing where one logs in with each request.
    virtual void end_sessions() {}
    /// Whether replies to this line (E.164) are this carrier's, or could be: see Simulation::carriers.
    virtual bool has_line(const std::string& line) const = 0;
    /// Takes what a handset sent to a line and returns the message id it got. `reply.message_id` is not read.
    virtual std::string take_reply(const std::string& from, const HandsetText& reply) = 0;
    /// A text that had to wait has reached its handset, or was lost there for a reason (Twilio's code). An
    /// id of another carrier is ignored.
    virtual void text_ended(const HandsetText& text, std::optional<int> failure) = 0;
    /// Does what is due at the clock's time. Called whenever the clock has been set, and every second.
    virtual void time_passed() {}
    /// Everything as at the start: no message, session or webhook, and the accounts given then.
    virtual void reset() = 0;
};

}  // namespace mock_host
