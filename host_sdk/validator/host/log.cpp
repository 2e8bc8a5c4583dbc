#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

void STAFFING_CALL write(const staffing_host* host, staffing_log_severity severity,
                         const staffing_string* message) noexcept {
    host_call(host, "log.write", CalledOn::any_thread, nullptr, [&](ValidatorHost& self) {
        const std::string line(staffing::checked_text(message, "the line"));
        if (severity == STAFFING_LOG_UNSPECIFIED) {
            throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "the line has no severity.");
        }
        const std::lock_guard lock(self.data_mutex);
        self.log_lines.push_back(line);
    });
}

}  // namespace

const staffing_log log_table{&write};

}  // namespace validator
