#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

using staffing::required;

staffing_status STAFFING_CALL branch_name(const staffing_host* host, std::int64_t branch_id,
                                          const staffing_string_sink* name,
                                          const staffing_error_sink* error) noexcept {
    return host_call(host, "organization.branch_name", CalledOn::worker, error, [&](const ValidatorHost&) {
        required(name, "a sink for the name");
        if (branch_id != 3)
            throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND, "There is no such branch.");
        staffing::write_to(name, "Eagan");
    });
}

staffing_status STAFFING_CALL rep_name(const staffing_host* host, std::int64_t rep_id,
                                       const staffing_string_sink* name,
                                       const staffing_error_sink* error) noexcept {
    return host_call(host, "organization.rep_name", CalledOn::worker, error, [&](const ValidatorHost&) {
        required(name, "a sink for the name");
        if (rep_id != 7) throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND, "There is no such rep.");
        staffing::write_to(name, "Drew Larson");
    });
}

}  // namespace

const staffing_organization organization_table{&branch_name, &rep_name};

}  // namespace validator
