#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/time.hpp"
#include "model/ids.hpp"
#include "requests/unsent_texts.hpp"

namespace send_text {

/// So many texts stand in the window at once.
inline constexpr std::size_t max_waiting_rows = 100;

/// A text that waits, and whom it is for.
struct WaitingRow {
    Text text;
    std::string name;       ///< empty: nobody knows it
    std::string sent_at;    ///< when Send was pressed, as the one who looks reads it
    std::string leaves_at;  ///< of one that is out of hours, as the recipient reads it
};

/// What the window of waiting texts says.
struct WaitingContent {
    std::size_t selected = 0;  ///< texts of the records on which it was opened
    std::size_t all = 0;       ///< all that the person may stop
    bool shows_all = false;    ///< rather than those selected
    std::vector<TextId> ids;
    std::vector<WaitingRow> rows;  ///< the first of these
    std::string outcome = {};      ///< of what the person did last
};

/// What a menu says of texts that wait.
struct WaitingNotice {
    std::int64_t count = 0;
    std::string words = {};  ///< describe
};

/// "1 text waits until 8:00 AM CST.": what a record says of its texts; empty when none waits.
std::string describe(const WaitingSummary& summary, const std::string& fallback_zone, TimePoint now);

nlohmann::json waiting_view(const WaitingContent& content);
nlohmann::json waiting_elements(const WaitingContent& content);
nlohmann::json waiting_buttons(const WaitingContent& content);

}  // namespace send_text
