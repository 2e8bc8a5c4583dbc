#include "compose/send_text_item.hpp"

#include <utility>

namespace send_text {
namespace {

std::string nothing_selected(MenuPlace place) {
    switch (place) {
        case MenuPlace::employee_record:
            return "Open an employee first.";
        case MenuPlace::employee_search_results:
            return "Select one or more employees first.";
        case MenuPlace::contact_record:
            return "Open a contact first.";
        case MenuPlace::contact_search_results:
            return "Select one or more contacts first.";
        case MenuPlace::hotlist_row:
            return "Select a row of the hotlist first.";
        case MenuPlace::hotlist:
            return "The hotlist has nobody on it.";
    }
    return {};
}

bool is_known(std::int32_t place) {
    return place >= static_cast<std::int32_t>(MenuPlace::employee_record) &&
           place <= static_cast<std::int32_t>(MenuPlace::hotlist);
}

}  // namespace

std::optional<MenuItem> send_text_item(std::int32_t place, std::size_t record_count,
                                       std::optional<Refusal> refusal) {
    if (!is_known(place)) return std::nullopt;
    const auto known = static_cast<MenuPlace>(place);
    MenuItem item;
    item.label = known == MenuPlace::contact_search_results ? "Send Text..." : "Send Text";
    item.tooltip =
        record_count == 1 ? "Send a text" : "Send a text to " + std::to_string(record_count) + " people";
    item.refusal = std::move(refusal);
    if (item.is_enabled() && record_count == 0) item.refusal = Refusal{nothing_selected(known)};
    return item;
}

std::optional<MenuItem> waiting_item(std::int32_t place, std::int64_t count, const std::string& notice) {
    if (!is_known(place) || count <= 0) return std::nullopt;
    return MenuItem{.label = "Waiting Texts (" + std::to_string(count) + ")...",
                    .tooltip = "See texts that have not left yet, and stop them",
                    .notice = notice};
}

std::optional<MenuItem> undecided_item(std::int32_t place, std::int64_t count) {
    if (!is_known(place) || count <= 0) return std::nullopt;
    return MenuItem{.label = "Texts Awaiting a Decision (" + std::to_string(count) + ")...",
                    .tooltip = "It is not known whether these texts were sent. Decide what to do"};
}

}  // namespace send_text
