#include "mock_host/staffing/action_codes.hpp"

#include "mock_host/staffing/action_code_rows.hpp"

namespace mock_host {

std::vector<ActionCode> load_action_codes(Session& session) {
    std::vector<ActionCode> codes;
    ActionCode row;
    Statement select(session);
    select << "SELECT code, description, relevant_to_employee, relevant_to_contact, relevant_to_customer,"
              " active, side_effect FROM action_code ORDER BY code",
        sql::into(row.code), sql::into(row.description), sql::into(row.relevant_to_employee),
        sql::into(row.relevant_to_contact), sql::into(row.relevant_to_customer), sql::into(row.active),
        sql::into(row.side_effect);
    for_each_row(select, [&] { codes.push_back(row); });
    return codes;
}

std::optional<ActionCode> load_action_code(Session& session, std::string_view code) {
    for (const ActionCode& candidate : load_action_codes(session)) {
        if (candidate.code == code) return candidate;
    }
    return std::nullopt;
}

std::vector<ActionCode> ActionCodes::list() const {
    return connection_.read(load_action_codes);
}

std::optional<ActionCode> ActionCodes::find(std::string_view code) const {
    return connection_.read([&](Session& session) { return load_action_code(session, code); });
}

void ActionCodes::set_active(std::string_view code, bool active) {
    connection_.write([&](Session& session) {
        Statement change(session);
        change << "UPDATE action_code SET active = ? WHERE code = ?", sql::bind(active),
            sql::bind(std::string(code));
        if (change.execute() == 0) throw NotFound("There is no action code \"" + std::string(code) + "\".");
    });
}

}  // namespace mock_host
