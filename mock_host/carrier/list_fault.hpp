#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace mock_host {

/// How a list of messages misleads whoever reads it.
struct ListFault {
    std::chrono::seconds lag{0};  ///< what is younger is not in it yet
    std::optional<std::size_t>
        max_entries;       ///< a page has no more, whatever was asked for, and says that there are no more
    int arriving = 0;      ///< after the page so many messages come in; less than 0: the newest are deleted
    std::string nonsense;  ///< JSON of an entry that is no message, before all others; empty: none
    std::string appended;  ///< stands behind the words of each text that was sent
    bool has_equal_ids = false;  ///< all texts of the page that were sent have the id of the first

    /// Goes wrong in the other's way as well.
    void add(const ListFault& other);
};

/// What a carrier calls things in the entries of its list.
struct ListedFields {
    const char* id;
    std::function<bool(const nlohmann::json& entry)> is_outbound;
};

/// Spoils the entries of a page as the fault says.
void spoil_entries(nlohmann::json& entries, const ListFault& fault, const ListedFields& fields);

/// The words of what arrives between two pages, and the number (E.164) that it comes from.
inline constexpr const char* shifting_words = "This came in between two pages of the list.";
inline constexpr const char* shifting_number = "+16125550142";

}  // namespace mock_host
