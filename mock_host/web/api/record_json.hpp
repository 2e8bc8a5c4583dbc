#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "mock_host/staffing/person.hpp"

// Records, branches and reps as pages name them.
namespace mock_host {

class StaffingDatabase;
struct User;

/// "Alexander Swanson".
std::string full_name(const User& user);

/// {"kind":"employee","id":5814,"name":"Dominic Proke"}.
nlohmann::json record_json(const RecordKey& key, const std::string& name);

/// The same for many; the name of one that is gone is empty.
nlohmann::json records_json(StaffingDatabase& database, const std::vector<RecordKey>& keys);

/// The value of the record's first method of this type as typed; empty when there is none.
std::string first_method(const Person& person, const char* type);

/// "Ray Sr. Ortega, Ray Jr. Ortega": whose number (E.164) it is; empty when nobody's.
std::string owners_of(StaffingDatabase& database, const std::string& number);

/// The names of branches and reps, by id; empty for one that is not there.
class OfficeNames {
  public:
    explicit OfficeNames(StaffingDatabase& database);
    const std::string& branch(std::int64_t id) const { return name(branches_, id); }
    const std::string& rep(std::int64_t id) const { return name(reps_, id); }

  private:
    using Names = std::map<std::int64_t, std::string>;
    static const std::string& name(const Names& names, std::int64_t id);

    Names branches_;
    Names reps_;
};

}  // namespace mock_host
