#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/e164.hpp"
#include "core/time.hpp"
#include "model/ids.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// A text that was not sent, and why. Held or unknown: it may have been sent, a person is to look.
struct UnsentText {
    E164 number;
    std::string reason;
    TextState state = TextState::rejected;
};

/// What is to be said of a request in a word. Where several are so, the first that is.
enum class RequestStanding {
    not_sent,         ///< some could not be sent
    not_delivered,    ///< some were accepted but could not be delivered
    in_doubt,         ///< of some a person is to say whether they were sent
    not_sent_yet,     ///< nothing is taken at the moment; it is tried again
    sending,          ///< on the way
    being_asked,      ///< the carrier's answer was lost, and it is asked
    waits_for_hours,  ///< they leave when it is day where they go
    stopped,          ///< a person stopped what had not left
    sent,             ///< all were accepted
};

/// How a request fares.
struct RequestReport {
    RequestId request_id{};
    RequestProgress progress;
    std::string delay_reason = {};   ///< why a text was not taken; empty: none was refused for the moment
    bool holds_all = false;          ///< what has not been tried waits for that reason, too
    std::string first_leaves = {};   ///< of those that wait for the hours: "8:00 AM CST"
    bool leave_together = true;      ///< all of them then
    Seconds time_left{};             ///< until what is queued has left
    std::vector<UnsentText> unsent;  ///< the first 100, those that a person stopped last
    std::vector<TextInDoubt> held;   ///< for a person to decide
};

/// Whether nothing more becomes of the request by itself.
bool is_over(const RequestProgress& progress);

/// How many have been stopped or failed, or may have been sent: as many as could stand in `unsent`.
std::int64_t unsent_count(const RequestProgress& progress);

RequestStanding standing_of(const RequestReport& report);

/// "Messages sent", "Waiting to send": what a window that shows it is called.
std::string title_of(const RequestReport& report);

/// How a view says its outcome: "success" only where all were accepted.
const char* severity_of(const RequestReport& report);

/// "The carrier has accepted 32 of 120 texts. 88 more on the way."
std::string describe_outcome(const RequestProgress& progress);

/// The same, with until when what waits does so, and why.
std::string describe_outcome(const RequestReport& report);

/// "1 text waits until 8:00 AM CST." `first_leaves`: permitted_time_text.
std::string describe_hours(std::int64_t count, const std::string& first_leaves, bool leave_together);

/// "1 text is not sent yet: the carrier cannot be reached. Send Text will try again automatically."
std::string describe_delay(std::int64_t count, const std::string& reason);

/// "It is not yet known whether the carrier accepted 1 text. It is asked, so that nobody is texted twice."
std::string describe_asking(std::int64_t count, const std::string& reason);

/// Why, and until when, what has not left does not; empty when nothing keeps it.
std::string describe_wait(const RequestReport& report);

/// "Batch 2 of 3, about 2 minutes left."; empty when that need not be said.
std::string describe_pace(const RequestReport& report);

}  // namespace send_text
