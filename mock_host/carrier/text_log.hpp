#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "carrier/http_message.hpp"
#include "carrier/simulator_clock.hpp"

namespace mock_host {

/// One step on a text's way.
struct TextStep {
    /// "requested", "refused" or "accepted", "answered" (a fault spoiled the answer, or it came late),
    /// "scheduled", "sent", "waiting" (the handset is off), "delivered", "failed", "canceled"; of a
    /// handset's: "received".
    std::string step;
    Moment when;
    std::optional<int> code = {};  ///< the carrier's, of what was refused or failed
    std::string words = {};        ///< the carrier's, of what was refused; of a request its method and path
    std::string fault = {};        ///< the name of the fault that did it; empty: none
    int status = 0;                ///< HTTP, of "refused" and "answered"; 0: there was no answer
};

/// A text, and how it came to its state.
struct TextWay {
    std::string carrier;     ///< "zipwhip", "twilio", "telnyx"
    std::string message_id;  ///< the carrier's; empty: it never took the text
    bool from_handset = false;
    std::string line;     ///< E.164; empty when the request did not say
    std::string handset;  ///< as the request named it
    std::string body;
    std::vector<TextStep> steps;
};

/// The first steps of a text that a request brought: it was requested, and accepted.
std::vector<TextStep> steps_of_request(const ApiRequest& request, Moment when,
                                       const std::string& then = "accepted");

/// What became of the last texts, oldest first. [thread-safe]
class TextLog {
  public:
    explicit TextLog(std::size_t limit = 2'000) : limit_(limit) {}

    void add(TextWay text);
    /// Nothing when no text has this id, or not any more.
    void step(const std::string& message_id, TextStep step);
    std::vector<TextWay> all() const;
    void clear();

  private:
    const std::size_t limit_;
    mutable std::mutex mutex_;
    std::deque<TextWay> texts_;
    std::uint64_t dropped_ = 0;                   ///< how many stood before the first
    std::map<std::string, std::uint64_t> place_;  ///< by message id, counted from the first ever
};

}  // namespace mock_host
