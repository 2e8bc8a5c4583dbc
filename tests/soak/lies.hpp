#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "soak/dice.hpp"

namespace soak {

/// The kinds of trouble that there are, by name; each trial has some of them.
extern const std::vector<std::string> all_troubles;

/// Those that are no reason to ask a person: with these alone, nobody is asked.
extern const std::set<std::string> untroubling;

using Troubles = std::set<std::string>;

/// How the carrier lies. Chances are in percent.
struct Lies {
    std::int64_t lost_before = 0;   ///< the request is lost, and nothing was taken
    std::int64_t lost_after = 0;    ///< the answer is lost
    std::int64_t late = 0;          ///< the answer is lost, and the text is taken a while later
    std::int64_t error_before = 0;  ///< an error of its own; nothing was taken
    std::int64_t error_after = 0;   ///< an error of its own, although the text was taken
    std::int64_t busy = 0;          ///< 429
    std::int64_t unreachable = 0;   ///< no byte of the request has left
    std::int64_t jitter_ms = 0;     ///< each message is listed up to so much later, in any order
    std::int64_t max_lag_ms = 0;    ///< the whole list is behind by up to so much, now more and now less
    std::int64_t page_cap = 0;      ///< no page is longer, whatever is asked for; 0: as asked for
    std::int64_t short_page = 0;    ///< a page is shorter, in the middle of the list
    std::int64_t shift = 0;         ///< a reply comes while the list is read
    std::int64_t unreadable = 0;    ///< an entry makes no sense
    std::int64_t altered = 0;       ///< the words are listed otherwise
    std::int64_t ahead_ms = 0;      ///< its clock is ahead of the true time
    bool has_date = true;           ///< answers say what its clock shows
    bool reports_total = true;      ///< the list says how long it is (Zipwhip)
};

Lies lies_of(const Troubles& troubles, Dice& dice);

/// The troubles of a trial: none, few or many of `allowed`.
Troubles choose_troubles(const std::vector<std::string>& allowed, Dice& dice);

}  // namespace soak
