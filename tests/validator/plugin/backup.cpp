#include "functions.hpp"

namespace sound {
namespace {

constexpr std::size_t max_path = 32'768;

void expect_administrator(const Plugin& self) {
    if (self.host.session == nullptr) return;
    std::int32_t is_logged_in = 0;
    const staffing_session_user_sink sink{&is_logged_in,
                                          [](void* context, const staffing_session_user* user) noexcept {
                                              *static_cast<std::int32_t*>(context) = user->is_logged_in;
                                          }};
    self.host.session->get_user(self.host.host, &sink, nullptr);
    if (is_logged_in == 0) throw staffing::StatusError(STAFFING_STATUS_NOT_LOGGED_IN, "Nobody is logged in.");
    const staffing_string permission = staffing::abi(STAFFING_PERMISSION_ADMINISTRATION);
    std::int32_t is_granted = 0;
    self.host.session->has_permission(self.host.host, &permission, &is_granted, nullptr);
    if (is_granted == 0)
        throw staffing::StatusError(STAFFING_STATUS_PERMISSION_DENIED, "Backups are for administrators.");
}

std::string path_from(const staffing_string* path) {
    return std::string(staffing::checked_text(path, "the path", max_path));
}

staffing_status STAFFING_CALL back_up(const staffing_plugin* plugin, const staffing_string* path,
                                      const staffing_string_sink* written_path,
                                      const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](Plugin& self) {
        const staffing_string_sink& sink = required_sink(written_path, "a sink for the path");
        const std::string wanted = path_from(path);
        expect_administrator(self);
        staffing::write_to(&sink, self.backups.make(wanted));
    });
}

staffing_status STAFFING_CALL restore(const staffing_plugin* plugin, const staffing_string* path,
                                      const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](Plugin& self) {
        const std::string wanted = path_from(path);
        expect_administrator(self);
        self.backups.restore(wanted);
    });
}

staffing_status STAFFING_CALL list(const staffing_plugin* plugin, const staffing_string_sink* backups_json,
                                   const staffing_error_sink* error) noexcept {
    return answered(plugin, OnThread::worker, error, [&](const Plugin& self) {
        const staffing_string_sink& sink = required_sink(backups_json, "a sink for the backups");
        expect_administrator(self);
        staffing::write_to(&sink, self.backups.list());
    });
}

}  // namespace

const staffing_backup backup_functions{&back_up, &restore, &list};

}  // namespace sound
