#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

staffing_status STAFFING_CALL post(const staffing_host* host, const staffing_task* task,
                                   const staffing_error_sink* error) noexcept {
    return host_call(host, "main_thread.post", CalledOn::any_thread, error, [&](ValidatorHost& self) {
        if (staffing::required(task, "a task").run == nullptr) {
            throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "the task has no function to run.");
        }
        self.tasks.post(*task);
    });
}

}  // namespace

const staffing_main_thread main_thread_table{&post};

}  // namespace validator
