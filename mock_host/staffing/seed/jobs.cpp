#include "mock_host/staffing/seed/jobs.hpp"

#include "mock_host/staffing/person.hpp"
#include "mock_host/staffing/seed/names.hpp"

namespace mock_host {

namespace {

const std::string& pick(const std::vector<std::string>& names, std::int64_t id) {
    return names[static_cast<std::size_t>(id) % names.size()];
}

}  // namespace

void give_job(Person& employee) {
    employee.title = pick(job_titles(), employee.id);
    if (employee.is_assigned) employee.customer_name = pick(customer_names(), employee.id);
}

}  // namespace mock_host
