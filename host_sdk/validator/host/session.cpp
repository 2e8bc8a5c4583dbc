#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

using staffing::abi;
using staffing::required;

staffing_status STAFFING_CALL get_user(const staffing_host* host, const staffing_session_user_sink* sink,
                                       const staffing_error_sink* error) noexcept {
    return host_call(host, "session.get_user", CalledOn::any_thread, error, [&](const ValidatorHost& self) {
        const staffing_session_user drew{
            sizeof drew,           1, 7, 3, abi("drew"), abi("Drew"), abi("Larson"), abi("Eagan"),
            abi("America/Chicago")};
        const staffing_session_user nobody{sizeof nobody, 0, 0, 0, {}, {}, {}, {}, {}};
        required(sink, "a sink for the user").write(sink->context, self.is_logged_in() ? &drew : &nobody);
    });
}

staffing_status STAFFING_CALL has_permission(const staffing_host* host, const staffing_string* permission,
                                             std::int32_t* is_granted,
                                             const staffing_error_sink* error) noexcept {
    return host_call(
        host, "session.has_permission", CalledOn::any_thread, error, [&](const ValidatorHost& self) {
            required(is_granted, "a place for the answer");
            const std::string_view asked = staffing::checked_text(permission, "the permission");
            const bool is_theirs = asked == STAFFING_PERMISSION_TEXT_MESSAGING ||
                                   (asked == STAFFING_PERMISSION_ADMINISTRATION && self.is_administrator());
            *is_granted = is_theirs && self.is_logged_in() ? 1 : 0;
        });
}

}  // namespace

const staffing_session session_table{&get_user, &has_permission};

}  // namespace validator
