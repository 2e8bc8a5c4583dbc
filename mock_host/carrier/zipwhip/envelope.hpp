#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "carrier/http_message.hpp"
#include "carrier/refusal.hpp"
#include "carrier/zipwhip/message_store.hpp"

namespace mock_host::zipwhip {

/// The status codes in use here [V].
namespace code {
constexpr int cannot_determine_carrier = -124;
constexpr int invalid_parameter_length = -394;
constexpr int bad_argument = -703;
constexpr int recipient_sent_stop = -1234;
}  // namespace code

/// {"success":true,"response":…}
ApiAnswer success(const nlohmann::json& response);
/// The same with "total", the length of the whole list, and "size", that of this part; and "page" of "pages",
/// from 1 on, of the size that was asked for.
ApiAnswer success(const nlohmann::json& list, std::size_t total, std::size_t size, Range range);
/// HTTP 200 and {"success":false,"response":null,"message":"words","errorCode":-703}. [?] The carrier's own
/// form of a failure is not public; `errorCode` is missing where no code is known (login, session).
ApiAnswer failure(std::optional<int> code, const std::string& message);

/// The value of a parameter; a refusal if it is missing or not UTF-8.
std::string needed(const ApiRequest& request, const std::string& name);
/// The same as a whole number.
std::int64_t needed_number(const ApiRequest& request, const std::string& name);
/// The values of a parameter that may be repeated, as whole numbers; a refusal if there is none.
std::vector<std::int64_t> needed_numbers(const ApiRequest& request, const std::string& name);
/// `start` (0 without one) and `limit` (100 without one [?]).
Range range_of(const ApiRequest& request);

}  // namespace mock_host::zipwhip
