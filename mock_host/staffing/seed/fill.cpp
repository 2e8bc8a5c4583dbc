#include "mock_host/staffing/seed/fill.hpp"

#include "mock_host/staffing/phone_key.hpp"
#include "mock_host/staffing/record_rows.hpp"
#include "mock_host/staffing/seed/seed_data.hpp"

namespace mock_host {

namespace {

void insert_organization(Session& session) {
    for (const Branch& branch : seed_branches()) {
        session << "INSERT INTO branch (id, name, phone, time_zone) VALUES (?, ?, ?, ?)",
            sql::bind(branch.id), sql::bind(branch.name), sql::bind(branch.phone),
            sql::bind(branch.time_zone), sql::now;
    }
    for (const auto& [role, permissions] : seed_roles()) {
        session << "INSERT INTO role (name) VALUES (?)", sql::bind(role), sql::now;
        for (const std::string& permission : permissions) {
            session << "INSERT INTO role_permission (role, permission) VALUES (?, ?)", sql::bind(role),
                sql::bind(permission), sql::now;
        }
    }
    for (const User& user : seed_users()) {
        session << "INSERT INTO user (id, login_name, first_name, last_name, branch_id, role)"
                   " VALUES (?, ?, ?, ?, ?, ?)",
            sql::bind(user.id), sql::bind(user.login_name), sql::bind(user.first_name),
            sql::bind(user.last_name), sql::bind(user.branch_id), sql::bind(user.role), sql::now;
    }
}

void insert_action_codes(Session& session) {
    for (const ActionCode& code : seed_action_codes()) {
        session << "INSERT INTO action_code (code, description, relevant_to_employee, relevant_to_contact,"
                   " relevant_to_customer, active, side_effect) VALUES (?, ?, ?, ?, ?, ?, ?)",
            sql::bind(code.code), sql::bind(code.description), sql::bind(code.relevant_to_employee),
            sql::bind(code.relevant_to_contact), sql::bind(code.relevant_to_customer), sql::bind(code.active),
            sql::bind(code.side_effect), sql::now;
    }
}

void insert_hotlist(Session& session, const SeedHotlist& seed) {
    session << "INSERT INTO hotlist (id, name, description, owner_user_id) VALUES (?, ?, ?, ?)",
        sql::bind(seed.hotlist.id), sql::bind(seed.hotlist.name), sql::bind(seed.hotlist.description),
        sql::bind(seed.hotlist.owner_user_id), sql::now;
    for (const HotlistRow& row : seed.rows) {
        session << "INSERT INTO hotlist_row"
                   " (hotlist_id, employee_id, status, last_activity_date, added_date, note)"
                   " VALUES (?, ?, ?, ?, ?, ?)",
            sql::bind(seed.hotlist.id), sql::bind(row.employee_id), sql::bind(row.status),
            sql::bind(row.last_activity_date), sql::bind(row.added_date), sql::bind(row.note), sql::now;
    }
}

std::set<std::string> phone_keys(const std::vector<std::vector<Person>>& groups) {
    std::set<std::string> keys;
    for (const auto& people : groups) {
        for (const Person& person : people) {
            for (const ContactMethod& method : person.methods)
                keys.insert(phone_key(method.value));
        }
    }
    return keys;
}

}  // namespace

void fill_with_seed(Session& session) {
    const std::vector<std::vector<Person>> authored = {known_employees(), odd_employees(), known_contacts(),
                                                       odd_contacts()};
    const GeneratedPeople generated =
        generated_people(seed_employee_count - authored[0].size() - authored[1].size(),
                         seed_contact_count - authored[2].size() - authored[3].size(),
                         seed_contact_count - seed_active_contact_count, phone_keys(authored));

    insert_organization(session);
    insert_action_codes(session);
    for (const auto& people : authored) {
        for (const Person& person : people)
            insert_person(session, person);
    }
    for (const Person& person : generated.employees)
        insert_person(session, person);
    for (const Person& person : generated.contacts)
        insert_person(session, person);
    for (const SeedHotlist& hotlist : seed_hotlists(authored[1], generated.employees)) {
        insert_hotlist(session, hotlist);
    }
}

}  // namespace mock_host
