#pragma once

#include <optional>
#include <string>

#include "carrier/http_message.hpp"
#include "carrier/refusal.hpp"

namespace mock_host::twilio {

/// The error codes in use here. Source: twilio.com/docs/api/errors; which one is given for what is [?] where
/// marked so.
namespace code {
constexpr int invalid_parameter = 20001;  // [?] for a list that cannot be made
constexpr int not_let_in = 20003;
constexpr int method_not_allowed = 20004;
constexpr int not_complete = 20009;
constexpr int not_found = 20404;
constexpr int too_many_requests = 20429;
constexpr int invalid_to = 21211;
constexpr int invalid_from = 21212;
constexpr int to_is_from = 21266;
constexpr int region_not_enabled = 21408;
constexpr int body_missing = 21602;
constexpr int from_missing = 21603;
constexpr int to_missing = 21604;
constexpr int from_not_ours = 21606;
constexpr int invalid_status_callback = 21609;
constexpr int opted_out = 21610;
constexpr int queue_full = 21611;
constexpr int not_routable = 21612;
constexpr int not_mobile = 21614;
constexpr int body_too_long = 21617;
constexpr int too_many_media = 21623;  // [?]
constexpr int invalid_validity_period = 21624;
constexpr int unknown_service = 21701;  // [?]
constexpr int service_has_no_number = 21703;
constexpr int update_not_valid = 30400;
constexpr int cannot_be_cancelled = 30409;
constexpr int invalid_send_time = 35114;
constexpr int service_missing = 35118;  // [?]
}  // namespace code

/// {"code":21211,"message":"words","more_info":"https://…","status":400} with that HTTP status: 401 for
/// 20003, 405 for 20004, 409 for 20009, 404 for 20404, 429 for 20429, and 400 for all others. Without a code
/// it has neither code nor more_info.
ApiAnswer error_answer(std::optional<int> error_code, const std::string& message);

/// The same for what fails as a whole, with this HTTP status: {"code":20503,…,"status":503}. [?] The code is
/// 20000 and the status, as it is of those that are documented, but for the two above with another one.
ApiAnswer service_error(int status, const std::string& message);

}  // namespace mock_host::twilio
