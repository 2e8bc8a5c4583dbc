#include "entry/host_session.hpp"

#include <exception>

#include "entry/from_host.hpp"
#include "staffing_cpp/check.hpp"
#include "staffing_cpp/status_error.hpp"

namespace send_text {
namespace {

/// What the sink fills; an exception waits here until the host's frames are left.
struct Answer {
    SessionUser user;
    std::exception_ptr failure;
};

void STAFFING_CALL take_user(void* context, const staffing_session_user* given) {
    auto& answer = *static_cast<Answer*>(context);
    try {
        const staffing_session_user user = staffing::checked_struct(given, "the session's user");
        const std::string& first = answer.user.first_name = name_from(user.first_name);
        const std::string& last = answer.user.last_name = name_from(user.last_name);
        answer.user.is_logged_in = user.is_logged_in != 0;
        answer.user.rep_id = user.rep_id;
        answer.user.branch_id = user.branch_id;
        answer.user.name = first + (first.empty() || last.empty() ? "" : " ") + last;
        if (answer.user.name.empty()) answer.user.name = name_from(user.login_name);
        if (answer.user.name.empty()) answer.user.name = "ServiceRep " + std::to_string(user.rep_id);
        answer.user.branch_name = name_from(user.branch_name);
        answer.user.time_zone = text_from(user.time_zone);
    } catch (...) {
        answer.failure = std::current_exception();
    }
}

}  // namespace

SessionUser HostSession::user() {
    const staffing_session& session = offered(host_.session, STAFFING_EXT_SESSION);
    Answer answer;
    const staffing_session_user_sink sink{&answer, &take_user};
    host_.call("Asking the host who is logged in", session.get_user, &sink);
    if (answer.failure) std::rethrow_exception(answer.failure);
    if (!answer.user.is_logged_in) return {};

    const auto has = [&](const char* id, const char* what) {
        const staffing_string permission = staffing::abi(id);
        std::int32_t is_granted = 0;
        host_.call(what, session.has_permission, &permission, &is_granted);
        return is_granted != 0;
    };
    answer.user.may_text =
        has(STAFFING_PERMISSION_TEXT_MESSAGING, "Asking the host for the permission to text");
    answer.user.is_administration_known = host_.knows_administration();
    try {
        answer.user.may_administer =
            has(STAFFING_PERMISSION_ADMINISTRATION, "Asking the host for the permission to administer");
    } catch (const staffing::StatusError&) {
        // A host from before 1.2 does not know it, and may say so with a failure.
    }
    return answer.user;
}

}  // namespace send_text
