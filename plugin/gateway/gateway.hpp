#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/cancellation.hpp"
#include "core/e164.hpp"
#include "core/media.hpp"
#include "core/number_fact.hpp"
#include "core/outside_error.hpp"
#include "core/secret.hpp"
#include "core/time.hpp"
#include "model/line_id.hpp"

namespace send_text {

/// What an account logs in with, and as whom it texts. Never logged; the password is never stored by the
/// plug-in.
struct Credentials {
    std::string username;              ///< who logs in, where the carrier wants that besides the password
    Secret password;                   ///< or a token, a key
    std::string carrier_account = {};  ///< what else the carrier has of the account, such as its id
    LineId line = {};                  ///< what texts
};

/// How a send ended, as far as can be told.
enum class SendOutcome : std::int32_t {
    accepted = 1,         ///< the carrier has it
    rejected = 2,         ///< the carrier will never take it; `reason` says why
    refused = 3,          ///< surely not processed (connection refused, 429, busy): safe to try again
    unknown = 4,          ///< no answer, or none that proves that it was not taken: it may have been
    line_stopped = 5,     ///< the account cannot send now (credentials refused); the text stays queued
    not_the_carrier = 6,  ///< surely not processed, and what answered was not the carrier (a proxy's page):
                          ///< safe to try again; several in a row stop the line
    ended_before = 7,     ///< Send Text is shutting down, which is nobody's failure; surely not processed
    ended_meanwhile = 8,  ///< the same, but it may have been taken
};

struct SendResult {
    SendOutcome outcome = SendOutcome::unknown;
    std::string carrier_message_id;       ///< when accepted
    std::string reason;                   ///< in words, without the body; empty when accepted
    std::optional<Seconds> retry_after;   ///< what the carrier asked for, when refused
    std::optional<NumberFact> fact = {};  ///< what it told of the number, when rejected
};

enum class Direction : std::int32_t { inbound = 1, outbound = 2 };

/// How far a listed message has come.
enum class CarrierState : std::int32_t { in_progress = 1, delivered = 2, failed = 3 };

/// A message as the carrier lists it.
struct CarrierMessage {
    std::string id;
    Direction direction = Direction::inbound;
    E164 number;  ///< the other side's, in one form (core/subscriber_number.hpp): NormalizingGateway
    std::string body;
    TimePoint created_at{};  ///< by our clock: the carrier's time, converted (NormalizingGateway)
    CarrierState state = CarrierState::in_progress;
    std::string failure;                  ///< why, of CarrierState::failed, in a sentence; empty: not told
    std::optional<NumberFact> fact = {};  ///< what the failure tells of the number
    std::int64_t media = 0;  ///< pictures or other files that came with it; some_media: not told how many
    TimePoint listed_at{};   ///< the carrier's time as it stands there: for comparing with each other only
};

/// An entry of the carrier's list that is no readable message and may be a text of ours: one to any number,
/// in any words and of any time that are not told here. What went to a short code is none, nor is a reply.
struct UnreadableEntry {
    std::string id;                     ///< empty: not to be read
    E164 number;                        ///< to whom, as in CarrierMessage; empty: not to be read
    std::string body;                   ///< empty: not to be read
    std::optional<TimePoint> earliest;  ///< made then or later, by our clock
    std::optional<TimePoint> latest;    ///< made then or before: its time, or that of the one before it
};

/// A part of the carrier's list, newest first.
struct CarrierPage {
    std::vector<CarrierMessage> messages;
    /// Nothing older follows: the carrier says so, or has nothing at all to give there. A page with less on
    /// it than was asked for proves nothing: a carrier may give as little at a time as it likes.
    bool is_last = false;
    std::int64_t skipped = 0;                   ///< entries that are none of `messages`; `start` counts them
    std::vector<std::string> skipped_ids = {};  ///< theirs, as far as they can be read
    std::vector<UnreadableEntry> unreadable = {};  ///< of the skipped, those that may be texts of ours
    /// Why there may be messages that are not listed, older than those of the pages before, in a sentence.
    /// Such a page is the last, and no other has it.
    std::optional<std::string> broken_off = {};
};

/// The carrier could not be asked, or answered nonsense. what() is in words, without secrets or bodies.
class GatewayError : public OutsideError {
  public:
    enum class Kind { unreachable, credentials_refused, bad_answer };
    GatewayError(Kind kind, const std::string& message) : OutsideError(message), kind_(kind) {}
    Kind kind() const { return kind_; }
    bool is_refusal() const override { return kind_ == Kind::credentials_refused; }

  private:
    Kind kind_;
};

/// One account's way to its carrier. Calls block, for no longer than the time-outs.
/// Threads: any, one at a time.
class Gateway {
  public:
    virtual ~Gateway() = default;

    // All that throw GatewayError throw Cancelled when Send Text is shutting down.

    /// Asks the carrier whether it takes the credentials. Throws GatewayError.
    virtual void log_in() = 0;

    /// Sends one body to one number. Never throws for what the network or the carrier does.
    virtual SendResult send(const E164& number, const std::string& body) = 0;

    /// Lists messages of the line, both directions, newest first. Throws GatewayError.
    virtual CarrierPage list_messages(std::int64_t start, std::int64_t limit) = 0;

    /// How far our clock is ahead of the one by which the carrier dates its answers (behind: less than 0);
    /// nothing while none had a date.
    virtual std::optional<Milliseconds> clock_ahead() const { return std::nullopt; }

    /// Where people can look at the messages themselves, in a browser; empty: nowhere.
    virtual std::string message_log_address() const { return {}; }

    /// Has the carrier call `url` (empty: nobody) for the line, and no longer any other address that begins
    /// with `prefix`. Throws GatewayError; then what it called before is called still, as far as the carrier
    /// can be reached. Only of carriers that register them by their API (Capabilities).
    virtual void set_webhooks(const std::string& prefix, const std::string& url) = 0;
};

}  // namespace send_text
