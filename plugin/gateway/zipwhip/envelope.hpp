#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace send_text::zipwhip {

/// What every answer of Zipwhip's is wrapped in. An error may come with HTTP 200: `success` decides.
struct Envelope {
    bool success = false;
    nlohmann::json response;
    std::optional<std::int64_t> code;  ///< of a failure, if told
    bool speaks_of_session = false;    ///< a failure whose words name the session
    bool gives_no_reason = false;      ///< a failure with neither code nor words
    std::string words;                 ///< of a failure, as they came
};

/// Nothing if the body is not such an envelope.
std::optional<Envelope> parse_envelope(const std::string& body);

/// A message id as text, from a string or a whole number; empty if it is neither.
std::string id_text(const nlohmann::json* value);

}  // namespace send_text::zipwhip
