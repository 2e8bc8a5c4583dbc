#include "mock_host/web/api/record_json.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "mock_host/staffing/staffing_database.hpp"

namespace mock_host {

using nlohmann::json;

std::string full_name(const User& user) {
    return full_name(user.first_name, user.last_name);
}

json record_json(const RecordKey& key, const std::string& name) {
    return {{"kind", word(key.kind)}, {"id", key.id}, {"name", name}};
}

json records_json(StaffingDatabase& database, const std::vector<RecordKey>& keys) {
    std::map<RecordKey, std::string> names;
    if (!keys.empty()) {
        for (const Person& person : database.records().get(keys))
            names[person.key()] = full_name(person);
    }
    json list = json::array();
    for (const RecordKey& key : keys)
        list.push_back(record_json(key, names[key]));
    return list;
}

std::string first_method(const Person& person, const char* type) {
    for (const ContactMethod& method : person.methods) {
        if (method.type == type) return method.value;
    }
    return {};
}

std::string owners_of(StaffingDatabase& database, const std::string& number) {
    std::string names;
    std::set<std::string> names_seen;  // an employee may be a contact as well
    for (const Person& person : database.records().find_by_phone(number)) {
        if (names_seen.insert(full_name(person)).second)
            names += (names.empty() ? "" : ", ") + full_name(person);
    }
    return names;
}

OfficeNames::OfficeNames(StaffingDatabase& database) {
    for (const Branch& branch : database.branches().list())
        branches_[branch.id] = branch.name;
    for (const User& user : database.users().list())
        reps_[user.id] = full_name(user);
}

const std::string& OfficeNames::name(const Names& names, std::int64_t id) {
    static const std::string none;
    const auto found = names.find(id);
    return found == names.end() ? none : found->second;
}

}  // namespace mock_host
