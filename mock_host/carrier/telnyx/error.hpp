#pragma once

#include <optional>
#include <string>

#include "carrier/http_message.hpp"
#include "carrier/refusal.hpp"

namespace mock_host::telnyx {

/// The error codes in use here. Source: developers.telnyx.com, "API errors" and "Messaging error codes";
/// which one is given for what is [?] where marked so.
namespace code {
constexpr int invalid_number = 10002;
constexpr int invalid_url = 10003;
constexpr int parameter_missing = 10004;
constexpr int not_found = 10005;
constexpr int unexpected = 10007;
constexpr int not_let_in = 10009;
constexpr int not_permitted = 10010;
constexpr int too_many_requests = 10011;
constexpr int bad_request = 10015;
constexpr int not_e164 = 10016;
constexpr int invalid_value = 10027;  // [?] for a time, a type or an encoding that cannot be
constexpr int not_routable = 40001;
constexpr int spam_for_now = 40002;
constexpr int rejected = 40004;
constexpr int expired = 40005;
constexpr int undeliverable = 40008;
constexpr int invalid_body = 40009;  // [?] for characters that the encoding does not have
constexpr int opted_out = 40300;
constexpr int too_large = 40302;
constexpr int from_not_ours = 40305;
constexpr int invalid_to = 40310;
constexpr int cannot_be_cancelled = 40318;  // [?]
}  // namespace code

/// What a code is called: "Blocked due to STOP message".
std::string title_of(int error_code);

/// {"errors":[{"code":"40300","title":"…","detail":"words","meta":{"url":"https://…"}}]} with that code's
/// HTTP status: 401 for 10009, 403 for 10010, 404 for 10005, 429 for 10011, 500 for 10007, 409 for 40300 ([?]
/// as its customers report it), 422 for other codes about parameters (below 40000) but 10015, and 400 for all
/// else. Without a code it has none, and no title.
ApiAnswer error_answer(std::optional<int> error_code, const std::string& detail);

/// The same for what fails as a whole, with this HTTP status.
ApiAnswer service_error(int status, const std::string& detail);

}  // namespace mock_host::telnyx
