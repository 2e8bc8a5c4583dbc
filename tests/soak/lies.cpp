#include "soak/lies.hpp"

#include "soak/shared_moment.hpp"

namespace soak {

const std::vector<std::string> all_troubles = {
    "kill",           // the process is killed: between two steps, in a request, in the middle of a write
    "lost",           // requests and answers are lost
    "late",           // and what was lost may be taken up to a minute later
    "error",          // a carrier's own error, whether it took the text or not
    "busy",           // 429, and no connection
    "short-lag",      // texts are listed up to 45 seconds late, in any order
    "long-lag",       // the whole list is up to two hours behind
    "pages",          // pages are capped, or short in the middle
    "shift",          // replies come while the list is read
    "unreadable",     // entries make no sense
    "altered",        // texts are listed with other words
    "twins",          // the same words to the same number
    "application",    // somebody writes the same in the carrier's own application
    "list-down",      // the list cannot be read for hours
    "carrier-clock",  // the carrier's clock is wrong, and set right
    "our-clock",      // ours is
    "moved",          // the number moves to another carrier or account
    "disk-full",      // the store cannot be written
    "restored",       // a backup is put back
    "wal-gone",       // the -wal is deleted after a kill
    "stops",          // a person stops a request
};

const std::set<std::string> untroubling = {"kill",  "lost",  "error",         "busy", "short-lag",
                                           "pages", "shift", "carrier-clock", "stops"};

Troubles choose_troubles(const std::vector<std::string>& allowed, Dice& dice) {
    const std::int64_t chance = dice.of(std::vector<std::int64_t>{10, 20, 35, 60});
    const bool is_calm = dice.percent(25);
    Troubles troubles;
    for (const std::string& trouble : allowed) {
        const bool is_usual = trouble == "kill" || trouble == "lost";
        if (is_calm && !untroubling.contains(trouble)) continue;
        if (dice.percent(is_usual ? 85 : chance)) troubles.insert(trouble);
    }
    return troubles;
}

Lies lies_of(const Troubles& troubles, Dice& dice) {
    const auto has = [&troubles](const char* trouble) { return troubles.contains(trouble); };
    Lies lies;
    if (has("lost")) {
        lies.lost_before = dice.between(1, 20);
        lies.lost_after = dice.between(1, 30);
    }
    if (has("late")) lies.late = dice.between(2, 20);
    if (has("error")) {
        lies.error_before = dice.between(1, 12);
        lies.error_after = dice.between(1, 20);
    }
    if (has("busy")) {
        lies.busy = dice.between(1, 15);
        lies.unreachable = dice.between(1, 15);
    }
    if (has("short-lag")) lies.jitter_ms = dice.between(1, 45) * second_ms;
    if (has("long-lag")) lies.max_lag_ms = dice.between(2, 115) * minute_ms;
    if (has("pages")) {
        lies.page_cap = dice.between(3, 30);
        lies.short_page = dice.between(0, 30);
    }
    if (has("shift")) lies.shift = dice.between(5, 40);
    if (has("unreadable")) lies.unreadable = dice.between(1, 20);
    if (has("altered")) lies.altered = dice.between(5, 100);
    if (has("carrier-clock")) {
        lies.ahead_ms =
            dice.of(std::vector<std::int64_t>{-3, -1, 1, 3, 60, 600}) * dice.between(1, 12) * 10 * second_ms;
    }
    lies.has_date = dice.percent(80);
    lies.reports_total = dice.percent(50);
    return lies;
}

}  // namespace soak
