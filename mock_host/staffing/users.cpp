#include "mock_host/staffing/users.hpp"

#include <Poco/String.h>

#include <algorithm>
#include <map>

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/first_that.hpp"

namespace mock_host {

namespace {

std::map<std::string, std::vector<std::string>> load_permissions(Session& session) {
    std::map<std::string, std::vector<std::string>> permissions_of_role;
    std::string role;
    std::string permission;
    Statement select(session);
    select << "SELECT role, permission FROM role_permission ORDER BY role, permission", sql::into(role),
        sql::into(permission);
    for_each_row(select, [&] { permissions_of_role[role].push_back(permission); });
    return permissions_of_role;
}

std::vector<User> load_users(Session& session) {
    const auto permissions_of_role = load_permissions(session);
    std::vector<User> users;
    User row;
    Statement select(session);
    select << "SELECT id, login_name, first_name, last_name, branch_id, role FROM user ORDER BY id",
        sql::into(row.id), sql::into(row.login_name), sql::into(row.first_name), sql::into(row.last_name),
        sql::into(row.branch_id), sql::into(row.role);
    for_each_row(select, [&] {
        const auto permissions = permissions_of_role.find(row.role);
        row.permissions =
            permissions == permissions_of_role.end() ? std::vector<std::string>() : permissions->second;
        users.push_back(row);
    });
    return users;
}

}  // namespace

bool User::may(std::string_view permission) const {
    return std::ranges::count(permissions, permission) > 0;
}

std::vector<User> Users::list() const {
    return connection_.read(load_users);
}

std::optional<User> Users::find(std::int64_t user_id) const {
    return first_that(list(), [&](const User& user) { return user.id == user_id; });
}

std::optional<User> Users::find_by_login(std::string_view login_name) const {
    const std::string wanted(login_name);
    return first_that(list(), [&](const User& user) { return Poco::icompare(user.login_name, wanted) == 0; });
}

std::vector<std::string> Users::roles() const {
    return connection_.read([](Session& session) {
        std::vector<std::string> names;
        session << "SELECT name FROM role ORDER BY name", sql::into(names), sql::now;
        return names;
    });
}

void Users::set_role(std::int64_t user_id, std::string_view role) {
    connection_.write([&](Session& session) {
        const std::string name(role);
        std::int64_t count = 0;
        session << "SELECT count(*) FROM role WHERE name = ?", sql::bind(name), sql::into(count), sql::now;
        if (count == 0) throw NotFound("There is no security role \"" + name + "\".");
        Statement change(session);
        change << "UPDATE user SET role = ? WHERE id = ?", sql::bind(name), sql::bind(user_id);
        if (change.execute() == 0) throw NotFound("There is no user " + std::to_string(user_id) + ".");
    });
}

}  // namespace mock_host
