#include "mock_host/staffing/branches.hpp"

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/first_that.hpp"

namespace mock_host {

namespace {

std::vector<Branch> load_branches(Session& session) {
    std::vector<Branch> branches;
    Branch row;
    Statement select(session);
    select << "SELECT id, name, phone, time_zone FROM branch ORDER BY id", sql::into(row.id),
        sql::into(row.name), sql::into(row.phone), sql::into(row.time_zone);
    for_each_row(select, [&] { branches.push_back(row); });
    return branches;
}

}  // namespace

std::vector<Branch> Branches::list() const {
    return connection_.read(load_branches);
}

std::optional<Branch> Branches::find(std::int64_t branch_id) const {
    return first_that(list(), [&](const Branch& branch) { return branch.id == branch_id; });
}

std::optional<Branch> Branches::find_by_name(std::string_view name) const {
    return first_that(list(), [&](const Branch& branch) { return branch.name == name; });
}

}  // namespace mock_host
