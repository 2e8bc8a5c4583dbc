#include "mock_host/staffing/seed/seed_data.hpp"

namespace mock_host {

std::vector<Branch> seed_branches() {
    return {
        {memphis_ne, "Memphis NE", "(901) 345-6100", "America/Chicago"},
        {memphis_se, "Memphis SE", "(901) 365-7200", "America/Chicago"},
        {eagan, "Eagan", "(651) 452-6000", "America/Chicago"},
        {las_vegas, "Las Vegas", "(702) 364-8300", "America/Los_Angeles"},
        {columbus, "Columbus", "(614) 457-2400", "America/New_York"},
    };
}

std::map<std::string, std::vector<std::string>> seed_roles() {
    const std::string text(text_messaging_permission);
    const std::string edit(edit_records_permission);
    const std::string administration(administration_permission);
    return {
        {"Administrator", {administration, edit, "log_messages", "merge_records", text}},
        {"Branch manager", {edit, "log_messages", "merge_records", text}},
        {"Recruiter", {edit, "log_messages", text}},
        {"Payroll", {"log_messages"}},
    };
}

std::vector<User> seed_users() {
    return {
        {1, "aswanson", "Alexander", "Swanson", memphis_ne, "Administrator", {}},
        {2, "mjohansen", "Maria", "Johansen", memphis_ne, "Recruiter", {}},
        {3, "twhitfield", "Tyrone", "Whitfield", memphis_se, "Recruiter", {}},
        {4, "pkowalski", "Paula", "Kowalski", memphis_ne, "Payroll", {}},
        {5, "dnguyen", "Diane", "Nguyen", eagan, "Recruiter", {}},
        {6, "rcastillo", "Ramón", "Castillo", las_vegas, "Branch manager", {}},
        {7, "jobrien", "Jill", "O'Brien", columbus, "Recruiter", {}},
    };
}

std::int64_t rep_of(std::int64_t branch_id) {
    switch (branch_id) {
        case memphis_se:
            return 3;
        case eagan:
            return 5;
        case las_vegas:
            return 6;
        case columbus:
            return 7;
        default:
            return 1;
    }
}

std::vector<ActionCode> seed_action_codes() {
    constexpr bool yes = true;
    constexpr bool no = false;
    // code, description, relevant to employee, contact, customer, active, side effect
    return {
        {"Available", "Is available for work", yes, no, no, yes, ""},
        {"Called", "Called", yes, yes, yes, yes, ""},
        {"Deact", "Deactivated", yes, yes, no, yes, "deactivate"},
        {"DNA", "Do not assign", yes, no, no, yes, "do_not_assign"},
        {"Email", "Email", yes, yes, yes, yes, ""},
        {"Ended", "Assignment ended", yes, no, no, yes, ""},
        {"Interview", "Interviewed", yes, no, no, yes, ""},
        {"Message", "Message", yes, yes, yes, yes, ""},
        {"Order Candidate", "Became a candidate of an order", yes, no, no, yes, ""},
        {"Pager", "Paged", yes, yes, no, no, ""},
        {"Placed", "Placed on an assignment", yes, no, no, yes, ""},
        {"React", "Reactivated", yes, yes, no, yes, "reactivate"},
        {"Referral Bonus", "Earned a referral bonus", yes, no, no, yes, ""},
        {"Sales Call", "Sales call", no, yes, yes, yes, ""},
        {std::string(text_action_code), "Text conversation", yes, yes, no, yes, ""},
    };
}

}  // namespace mock_host
