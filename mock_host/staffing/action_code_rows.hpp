#pragma once

#include "mock_host/staffing/action_codes.hpp"
#include "mock_host/staffing/connection.hpp"

namespace mock_host {

/// All action codes by code, for code that already holds the session.
std::vector<ActionCode> load_action_codes(Session& session);

std::optional<ActionCode> load_action_code(Session& session, std::string_view code);

}  // namespace mock_host
