#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"
#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

namespace {

staffing::StatusError gone(const char* what, std::int64_t id) {
    return staffing::StatusError(STAFFING_STATUS_NOT_FOUND,
                                 std::string("There is no ") + what + " " + std::to_string(id) + ".");
}

staffing_status STAFFING_CALL branch_name(const staffing_host* host, std::int64_t branch_id,
                                          const staffing_string_sink* name,
                                          const staffing_error_sink* error) noexcept {
    return host_call(host, "organization.branch_name", CalledOn::worker, error, [&](Host& self) {
        staffing::required(name, "a sink for the name");
        const auto branch = self.database().branches().find(branch_id);
        if (!branch) throw gone("branch", branch_id);
        staffing::write_to(name, branch->name);
    });
}

staffing_status STAFFING_CALL rep_name(const staffing_host* host, std::int64_t rep_id,
                                       const staffing_string_sink* name,
                                       const staffing_error_sink* error) noexcept {
    return host_call(host, "organization.rep_name", CalledOn::worker, error, [&](Host& self) {
        staffing::required(name, "a sink for the name");
        const auto user = self.database().users().find(rep_id);
        if (!user) throw gone("rep", rep_id);
        staffing::write_to(name, full_name(user->first_name, user->last_name));
    });
}

}  // namespace

const staffing_organization& organization_table() {
    static constexpr staffing_organization table{&branch_name, &rep_name};
    return table;
}

}  // namespace mock_host
