#include "entry/host_session.hpp"

#include <exception>

#include "entry/from_host.hpp"
#include "staffing_cpp/check.hpp"

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

    const staffing_string texting = staffing::abi(STAFFING_PERMISSION_TEXT_MESSAGING);
    std::int32_t is_granted = 0;
    host_.call("Asking the host for the permission to text", session.has_permission, &texting, &is_granted);
    answer.user.may_text = is_granted != 0;

    // A host from before 1.2 may answer a permission that it does not know with a failure.
    const staffing_string administration = staffing::abi(STAFFING_PERMISSION_ADMINISTRATION);
    is_granted = 0;
    answer.user.may_administer =
        host_.ask(session.has_permission, &administration, &is_granted) == STAFFING_STATUS_OK &&
        is_granted != 0;
    return answer.user;
}

}  // namespace send_text
