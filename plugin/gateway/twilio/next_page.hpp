#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "net/http_client.hpp"

namespace send_text::twilio {

/// Where a list lies, and what stands in it.
struct ListPlace {
    std::string host;  ///< of the base URL
    std::string path;  ///< below the base URL
    Form filter;
};

/// What `next_page_uri` says of where a list goes on.
struct NextPage {
    bool is_end = false;
    std::optional<Form> query;  ///< to be asked at the list's own path
    std::string problem;        ///< with neither: what the list does instead, after "The list "
};

/// Follows a `next_page_uri` (nullptr: there is none) to this very list only. The login goes with every
/// request, so it is never used as an address: only what it asks for is taken from it.
///
/// Twilio's is relative to the base URL. Others that answer in Twilio's manner give whole addresses, leave
/// the slash at its front away, and write a number's plus as it is.
NextPage next_page(const ListPlace& place, const nlohmann::json* uri);

}  // namespace send_text::twilio
