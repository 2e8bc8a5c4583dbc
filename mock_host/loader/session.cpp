#include "mock_host/loader/session.hpp"

#include <algorithm>
#include <utility>

#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

namespace {

thread_local const LoginSession::Login* acting = nullptr;

}  // namespace

ActingAsAdministrator::ActingAsAdministrator(const LoginSession& session)
    : administrator_(session.administrator()), before_(std::exchange(acting, &administrator_)) {}

ActingAsAdministrator::~ActingAsAdministrator() {
    acting = before_;
}

void LoginSession::log_in(std::string_view login_name) {
    const auto user = database_.users().find_by_login(login_name);
    if (!user) throw NotFound("There is no user " + std::string(login_name) + ".");
    Login login = login_of(*user);
    const std::lock_guard lock(mutex_);
    login_ = std::move(login);
}

void LoginSession::log_out() {
    const std::lock_guard lock(mutex_);
    login_.reset();
}

void LoginSession::refresh() {
    if (const auto login = current()) log_in(login->user.login_name);
}

LoginSession::Login LoginSession::login_of(const User& user) const {
    return {user, database_.branches().find(user.branch_id).value_or(Branch{})};
}

LoginSession::Login LoginSession::administrator() const {
    const std::vector<User> users = database_.users().list();
    const auto found =
        std::ranges::find_if(users, [](const User& user) { return user.may(administration_permission); });
    if (found == users.end()) throw NotFound("No user has the permission for administration.");
    return login_of(*found);
}

std::optional<LoginSession::Login> LoginSession::current() const {
    if (acting != nullptr) return *acting;
    const std::lock_guard lock(mutex_);
    return login_;
}

namespace {

using staffing::abi;

staffing_session_user user_of(const LoginSession::Login& login) {
    return {sizeof(staffing_session_user),
            1,
            login.user.id,
            login.user.branch_id,
            abi(login.user.login_name),
            abi(login.user.first_name),
            abi(login.user.last_name),
            abi(login.branch.name),
            abi(login.branch.time_zone)};
}

staffing_status STAFFING_CALL get_user(const staffing_host* host, const staffing_session_user_sink* sink,
                                       const staffing_error_sink* error) noexcept {
    return host_call(host, "session.get_user", CalledOn::any_thread, error, [&](Host& self) {
        staffing::required(sink, "a sink for the user");
        const auto login = self.session().current();
        staffing_session_user user{};
        user.struct_size = sizeof user;
        if (login) user = user_of(*login);
        sink->write(sink->context, &user);
    });
}

staffing_status STAFFING_CALL has_permission(const staffing_host* host, const staffing_string* permission,
                                             std::int32_t* is_granted,
                                             const staffing_error_sink* error) noexcept {
    return host_call(host, "session.has_permission", CalledOn::any_thread, error, [&](Host& self) {
        staffing::required(is_granted, "a place for the answer");
        const std::string_view name = staffing::checked_text(permission, "the permission", 200);
        const auto login = self.session().current();
        *is_granted = login && login->user.may(name) ? 1 : 0;
    });
}

}  // namespace

const staffing_session& session_table() {
    static constexpr staffing_session table{&get_user, &has_permission};
    return table;
}

}  // namespace mock_host
