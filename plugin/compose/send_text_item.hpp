#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/refusal.hpp"

namespace send_text {

/// Where the host opens a menu. Values equal the contract's STAFFING_MENU_PLACE_….
enum class MenuPlace : std::int32_t {
    employee_record = 1,
    employee_search_results = 2,
    contact_record = 3,
    contact_search_results = 4,
    hotlist_row = 5,
    hotlist = 6,
};

/// The action of Send Text.
inline constexpr std::string_view send_text_action = "send_text";

/// The item as it stands in a menu.
struct MenuItem {
    std::string label;
    std::string tooltip;
    std::optional<Refusal> refusal = {};  ///< why it is disabled
    std::string notice = {};              ///< a sentence to show on the records; may be empty

    bool is_enabled() const { return !refusal; }
};

/// Send Text in a menu that is opened on `record_count` records. `refusal` is what stands against texting at
/// all. Nothing for a place that a later host knows and this plug-in does not.
std::optional<MenuItem> send_text_item(std::int32_t place, std::size_t record_count,
                                       std::optional<Refusal> refusal);

/// What opens the texts that wait for the user to decide about them, `count` of them. Nothing when there are
/// none, and for such a place.
std::optional<MenuItem> undecided_item(std::int32_t place, std::int64_t count);

/// What opens the texts to the records that have not left, `count` of them; `notice` says why. Nothing when
/// there are none, and for such a place.
std::optional<MenuItem> waiting_item(std::int32_t place, std::int64_t count, const std::string& notice);

}  // namespace send_text
