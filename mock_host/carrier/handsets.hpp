#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "carrier/simulator_clock.hpp"
#include "carrier/state_file.hpp"

namespace mock_host {

/// One text between a line and a handset, as the handset keeps it.
struct HandsetText {
    std::string line;  ///< E.164
    std::string body;
    std::string message_id;    ///< the carrier's
    Moment when;               ///< received (or sent) at
    std::size_t pictures = 0;  ///< that came with it
};

/// One simulated telephone.
struct Handset {
    std::string number;  ///< E.164
    bool on = true;
    bool landline = false;             ///< takes no texts at all
    bool refused_at_once = false;      ///< a landline that the carrier knows as one before it takes a text
    std::optional<int> failure;        ///< what is sent to it never arrives, for this reason (Twilio's code)
    std::vector<HandsetText> texts;    ///< received, oldest first
    std::vector<HandsetText> waiting;  ///< taken by the carrier while the handset is off
    std::vector<HandsetText> replies;  ///< sent, oldest first
    std::set<std::string> stopped_lines;  ///< lines it told STOP and not yet UNSTOP or START
};

/// What a handset does with a text that is sent to it.
enum class Reception { delivered, waiting, failed };

/// What shall be different about a handset; nothing leaves it as it is.
struct HandsetChange {
    std::optional<bool> on;
    std::optional<bool> landline;
    std::optional<bool> refused_at_once;
    std::optional<int> failure;  ///< 0: texts arrive again
};

/// Texts that waited until their handset was switched on.
struct EndedTexts {
    std::vector<HandsetText> texts = {};
    std::optional<int> failure = {};  ///< Twilio's code, when they were lost rather than arrived
};

/// Every handset of the simulated world; one comes into being when it is first texted, set or replies.
/// Knows no carrier. [thread-safe]
class Handsets {
  public:
    /// With those that the file has kept; nullptr keeps nothing.
    explicit Handsets(StateFile* file = nullptr);

    std::vector<Handset> all() const;
    std::uint64_t changes() const;  ///< counts on with every change
    std::optional<Handset> find(const std::string& number) const;

    bool is_landline(const std::string& number) const;
    /// Whether it is a landline whose texts a carrier that takes them at first refuses as well.
    bool is_refused_at_once(const std::string& number) const;
    bool has_stopped(const std::string& number, const std::string& line) const;

    /// The code under which texts to it fail; of a landline, unless another was set, Twilio's for landlines.
    std::optional<int> failure_of(const std::string& number) const;

    /// Gives a text to a handset: it arrives at once, waits until the handset is switched on, or is lost.
    Reception receive(const std::string& number, const HandsetText& text);

    /// Keeps what a handset sends to a line. A body of just STOP, UNSTOP or START (any case) also closes or
    /// opens the way back.
    void reply(const std::string& number, const HandsetText& text);

    /// Returns the texts that waited and, now that the handset is on, arrived or were lost.
    EndedTexts set(const std::string& number, const HandsetChange& change, Moment when);

    void clear();

    /// Waits until the handsets have received this many texts in all; false when the time is over before.
    bool wait_for_texts(std::size_t count, std::chrono::milliseconds at_most) const;

  private:
    // With mutex_ held.
    Handset& to_change(const std::string& number);
    void count_received(std::size_t count);
    void keep(const Handset& handset) const;
    /// A text of one of the handset's lists.
    void keep(const Handset& handset, const HandsetText& text, const char* list) const;

    const Kept kept_handsets_;
    const Kept kept_texts_;

    mutable std::mutex mutex_;
    mutable std::condition_variable received_;
    std::size_t received_count_ = 0;
    std::uint64_t changes_ = 0;
    std::map<std::string, Handset> handsets_;
};

}  // namespace mock_host
